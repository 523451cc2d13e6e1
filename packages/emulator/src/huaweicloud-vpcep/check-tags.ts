import { Refusal } from "../service/refusal.js";
import type { StoredTag } from "./stored-service.js";

/** A resource has at most so many tags. */
export const maxTags = 20;

/** What the vendor's SDKs allow: in values a slash, too. */
const keyForm = /^[\p{L}\p{N} _.:=+\-@]*$/u;
const valueForm = /^[\p{L}\p{N} _.:=+\-@/]*$/u;

/**
 * Tags as they are kept: with an empty value where none was sent.
 *
 * @throws Refusal 400 `EndPoint.3066` for a tag without key, `EndPoint.3067` for a key that stands
 * twice, `EndPoint.3068` for characters or a prefix that a tag may not have
 */
export function checkTags(sent: readonly Partial<StoredTag>[]): StoredTag[] {
  const seen = new Set<string>();
  return sent.map(({ key, value = "" }) => {
    if (key === undefined) throw new Refusal(400, "EndPoint.3066", "a tag needs a key");
    if (seen.has(key)) throw new Refusal(400, "EndPoint.3067", `the key ${key} stands twice`);
    seen.add(key);
    if (!keyForm.test(key) || !valueForm.test(value) || key.startsWith("_sys_")) {
      const form = "letters, digits, blanks and _ . : = + - @, no key with the prefix _sys_";
      throw new Refusal(400, "EndPoint.3068", `the tag ${key} breaks the rule for tags: ${form}`);
    }
    return { key, value };
  });
}
