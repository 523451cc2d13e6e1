import type { Fields } from "../lists/pages.js";
import type { WriteRule } from "./write-rule.js";

/** What must be sent along as it was read, because the service may reset what is left out. */
export function keepFields({ keep = [] }: WriteRule, read: Fields): object {
  return Object.fromEntries(keep.map((name) => [name, read[name]]));
}
