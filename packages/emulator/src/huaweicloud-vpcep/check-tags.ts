import { Refusal } from "../service/refusal.js";
import type { StoredTag } from "./stored-service.js";

/** A resource has at most so many tags. */
export const maxTags = 20;

/**
 * Tags as they are kept: with an empty value where none was sent.
 *
 * @throws Refusal 400 `EndPoint.3066` for a tag without key, `EndPoint.3067` for a key that stands twice
 */
export function checkTags(sent: readonly Partial<StoredTag>[]): StoredTag[] {
  const seen = new Set<string>();
  return sent.map(({ key, value = "" }) => {
    if (key === undefined) throw new Refusal(400, "EndPoint.3066", "a tag needs a key");
    if (seen.has(key)) throw new Refusal(400, "EndPoint.3067", `the key ${key} stands twice`);
    seen.add(key);
    return { key, value };
  });
}
