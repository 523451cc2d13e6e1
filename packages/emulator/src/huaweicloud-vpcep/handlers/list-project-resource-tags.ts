import { allTagged, type ResourceTypePath } from "../tagged.js";
import { vpcepHandler } from "../vpcep-handler.js";

/** Every key in use with all of its values, both in alphabetical order. */
export const listProjectResourceTags = vpcepHandler<{ path: ResourceTypePath }>(
  "listProjectResourceTags",
  ({ state, path }) => {
    const values = new Map<string, Set<string>>();
    for (const { tags } of allTagged(state, path.resource_type)) {
      for (const { key, value } of tags) {
        values.set(key, (values.get(key) ?? new Set()).add(value));
      }
    }
    const keys = [...values.keys()].sort();
    return { tags: keys.map((key) => ({ key, values: [...(values.get(key) ?? [])].sort() })) };
  },
);
