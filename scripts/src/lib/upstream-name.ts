import { InputError } from "./input-error.js";
import type { PageFragment } from "./page-fragment.js";

const segment = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

/**
 * File name of a fragment in upstream/: the last part of the vendor's file name, as `.yaml`.
 *
 * @throws InputError when the vendor's name could lead out of the folder or onto PROVENANCE.yaml.
 */
export function upstreamName(fragment: PageFragment, page: string): string {
  const parts = fragment.claims.split("/");
  const base = (parts.at(-1) ?? "").replace(/\.(json|ya?ml)$/i, "");
  const safe = parts.every((part) => segment.test(part)) && segment.test(base);
  if (!safe || base.toLowerCase() === "provenance") {
    throw new InputError(
      `${page}:${fragment.line}: the fence's file name ${JSON.stringify(fragment.claims)} is refused; ` +
        `allowed are plain relative names of letters, digits, ".", "_" and "-", without ".."`,
    );
  }
  return `${base}.yaml`;
}
