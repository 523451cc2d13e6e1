import { fileURLToPath } from "node:url";
import { exists } from "./files.js";

/**
 * The path of a file that comes with spec-tools: beside the built command, or at the root of this package, two
 * folders above its sources.
 */
export async function ownFile(name: string): Promise<string> {
  const beside = fileURLToPath(new URL(name, import.meta.url));
  return (await exists(beside)) ? beside : fileURLToPath(new URL(`../../${name}`, import.meta.url));
}
