import type { Api } from "../base/repository.js";
import { headerLine } from "./source-text.js";

/**
 * The text of an API's generated/index.ts: what the package exports of what is generated.
 *
 * @param modules the generated files there are, without their ending.
 * @param regions whether operations.ts has the type of known regions.
 */
export function indexFile(api: Api, modules: readonly string[], regions: boolean): string {
  const all = ["calls", "client", "edits", "error-codes", "known-values", "lists", "types"];
  const lines = all
    .filter((name) => modules.includes(name))
    .map((name) => `export * from "./${name}.js";\n`);
  const region = regions ? 'export type { KnownRegion } from "./operations.js";\n' : "";
  return headerLine(api) + lines.join("") + region;
}
