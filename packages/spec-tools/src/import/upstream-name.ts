import { InputError } from "../base/input-error.js";
import { quoted } from "../documents/safe-names.js";
import type { PageFragment } from "./page-fragment.js";

/** A plain name: no way out of a folder, and short enough for every file system. */
export const fileSegment = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

/**
 * File name of a fragment in upstream/: the last part of the vendor's file name, as `.yaml`.
 *
 * @throws InputError when the vendor's name could lead out of the folder or onto PROVENANCE.yaml.
 */
export function upstreamName(fragment: PageFragment, page: string): string {
  const parts = fragment.claims.split("/");
  const base = (parts.at(-1) ?? "").replace(/\.(json|ya?ml)$/i, "");
  const safe = parts.every((part) => fileSegment.test(part)) && fileSegment.test(base);
  if (!safe || base.toLowerCase() === "provenance") {
    throw new InputError(
      `${page}:${fragment.line}: the fence's file name ${quoted(fragment.claims)} is refused; ` +
        `allowed are plain relative names of up to 100 letters, digits, ".", "_" and "-", without ".."`,
    );
  }
  return `${base}.yaml`;
}
