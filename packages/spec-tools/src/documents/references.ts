import { posix } from "node:path";
import { quoted } from "./names.js";

/**
 * What a document is, which says how far its references may lead and what it may not say: the fragment of a
 * page, a vendor's whole document, or one of ours.
 */
export type Layer = "fragment" | "document" | "source" | "overlay" | "bundle";

/** The folders a layer's references may lead to, and the one they start from unless the file says. */
const reach: Record<Layer, readonly string[]> = {
  // The vendor's words refer to the vendor's words.
  fragment: ["upstream/"],
  document: ["upstream/"],
  source: ["source/", "upstream/"],
  overlay: ["source/", "upstream/"],
  bundle: [],
};

/**
 * What is wrong with a reference: it is no plain relative path to a YAML or JSON file of the same API, with
 * or without a JSON pointer. An address, an absolute path, a way out and any encoding of one are refused.
 *
 * @param folder the folder that the reference starts from, below specs/<api>.
 */
export function refProblem(ref: unknown, layer: Layer, folder: string): string | undefined {
  const refused = `the reference ${quoted(ref)} is refused`;
  const parts =
    typeof ref === "string" ? /^([A-Za-z0-9._/-]*)(?:#((?:\/[^#]*)?))?$/.exec(ref) : null;
  if (parts === null) return `${refused}; ${allowed(layer)}`;
  const [, file = "", pointer = ""] = parts;
  if (
    pointer.split("/").some((part) => decodedForms(part).some((form) => form in Object.prototype))
  )
    return `${refused}: its pointer names what every object has`;
  if (file === "") return ref === "" ? `${refused}; ${allowed(layer)}` : undefined;
  const target = posix.normalize(posix.join(folder, file));
  const inside =
    !file.startsWith("/") &&
    reach[layer].some((start) => target.startsWith(start)) &&
    /\.(?:ya?ml|json)$/.test(target);
  return inside ? undefined : `${refused}; ${allowed(layer)}`;
}

/** The file, below specs/<api>, that a reference leads to; nothing for one inside its document. */
export function fileOf(ref: unknown, folder: string): string | undefined {
  const [file = ""] = typeof ref === "string" ? ref.split("#") : [];
  return file === "" ? undefined : posix.normalize(posix.join(folder, file));
}

function allowed(layer: Layer): string {
  if (layer === "bundle") return 'allowed is "#/…", a place in the same document';
  const folders = reach[layer].map((name) => name.slice(0, -1)).join("/ or ");
  return `allowed is "#/…" or a relative path to a .yaml or .json file in ${folders}/ of the same API`;
}

/** A pointer's part as written, and as readers may decode it. */
function decodedForms(part: string): string[] {
  const plain = part.replaceAll("~1", "/").replaceAll("~0", "~");
  try {
    return [plain, decodeURIComponent(plain)];
  } catch {
    return [plain];
  }
}
