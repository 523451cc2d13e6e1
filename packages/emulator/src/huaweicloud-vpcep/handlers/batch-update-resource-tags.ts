import { Refusal } from "../../service/refusal.js";
import { checkTags, maxTags } from "../check-tags.js";
import type { StoredTag } from "../stored-service.js";
import { findTagged, type ResourceTypePath } from "../tagged.js";
import { vpcepHandler } from "../vpcep-handler.js";

type Wanted = Pick<StoredTag, "key"> & Partial<StoredTag>;

interface Input {
  readonly path: ResourceTypePath & { readonly resource_id: string };
  readonly body: { readonly action: "create" | "delete"; readonly tags?: readonly Wanted[] };
}

/** Adds tags to a resource (a key that is there gets the new value), or deletes them. */
export const batchUpdateResourceTags = vpcepHandler<Input>(
  "batchUpdateResourceTags",
  ({ state, path, body }) => {
    const resource = findTagged(state, path.resource_type, path.resource_id);
    const { action, tags = [] } = body;
    if (tags.length === 0) throw new Refusal(400, "EndPoint.3066", "tags is empty");
    if (action === "delete") {
      resource.tags = resource.tags.filter((tag) => !tags.some((gone) => names(gone, tag)));
      return;
    }
    const given = checkTags(tags);
    const bare = tags.find(({ value }) => value === undefined);
    if (bare) throw new Refusal(400, "EndPoint.3068", `the tag ${bare.key} needs a value`);
    const kept = resource.tags.filter(({ key }) => !given.some((tag) => tag.key === key));
    if (kept.length + given.length > maxTags) {
      throw new Refusal(400, "EndPoint.3069", `a resource has at most ${maxTags} tags`);
    }
    resource.tags = [...kept, ...given];
  },
);

function names({ key, value }: Wanted, tag: StoredTag): boolean {
  return tag.key === key && (value === undefined || tag.value === value);
}
