import { Refusal } from "../service/refusal.js";
import type { StoredTag } from "./stored-service.js";

/** A key to look for, with any of its values; no values mean any. */
export interface TagFilter {
  readonly key: string;
  readonly values: readonly string[];
}

/** Filters by tag, as the body of `listResourceInstances` has them. */
export interface TagFilters {
  readonly tags?: readonly TagFilter[];
  readonly tags_any?: readonly TagFilter[];
  readonly not_tags?: readonly TagFilter[];
  readonly not_tags_any?: readonly TagFilter[];
  readonly sys_tags?: readonly TagFilter[];
  readonly without_any_tag?: boolean;
}

/** Whether the tags of a resource pass all filters. No resource has a tag of the system. */
export function passes(tags: readonly StoredTag[], filters: TagFilters): boolean {
  const { sys_tags = [], without_any_tag: untagged = false } = filters;
  if (sys_tags.length > 0) return false;
  if (untagged) return tags.length === 0;
  const has = ({ key, values }: TagFilter): boolean =>
    tags.some((tag) => tag.key === key && (values.length === 0 || values.includes(tag.value)));
  const { tags: all = [], tags_any: any = [], not_tags: none = [], not_tags_any = [] } = filters;
  return (
    all.every(has) &&
    (any.length === 0 || any.some(has)) &&
    !none.some(has) &&
    (not_tags_any.length === 0 || !not_tags_any.every(has))
  );
}

/** @throws Refusal 400 `EndPoint.3067` when a filter names a key twice */
export function refuseRepeatedKeys(filters: TagFilters): void {
  const { tags, tags_any, not_tags, not_tags_any, sys_tags } = filters;
  for (const filter of [tags, tags_any, not_tags, not_tags_any, sys_tags]) {
    const keys = filter?.map(({ key }) => key) ?? [];
    const twice = keys.find((key, index) => keys.indexOf(key) !== index);
    if (twice !== undefined) {
      throw new Refusal(400, "EndPoint.3067", `a filter names the key ${twice} twice`);
    }
  }
}
