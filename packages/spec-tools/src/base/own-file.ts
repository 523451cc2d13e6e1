import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The path of a file that was built to stand beside the command; nothing where commands run from source. */
export function fileBeside(name: string): string | undefined {
  const beside = fileURLToPath(new URL(name, import.meta.url));
  return existsSync(beside) ? beside : undefined;
}

/**
 * The path of a file that comes with spec-tools: beside the built command, or at the root of this package, two
 * folders above its sources.
 */
export function ownFile(name: string): string {
  return fileBeside(name) ?? fileURLToPath(new URL(`../../${name}`, import.meta.url));
}
