import { derefIn, type JsonObject, operationsOf } from "@cloud-clients/openapi-model";
import { apiRules } from "./api-rules.js";
import { knownRegions } from "./known-regions.js";
import { literal } from "./literal.js";
import { paginationRule } from "./pagination-rule.js";
import { writeRule } from "./write-rule.js";

/** The text of an API's operations.ts: what the runtime needs, in the bundle's order, checked by types. */
export function operationsFile(api: string, document: JsonObject): string {
  const deref = derefIn(document);
  const rules = operationsOf(document.paths).flatMap(({ path, operation }) => [
    ...constant("PaginationRule", paginationRule(path, operation, deref)),
    ...constant("WriteRule", writeRule(document, path, operation)),
  ]);
  const types = ["ApiRules", ...new Set(rules.map((rule) => rule.type))].sort();
  const head = [
    `// Written by "pnpm generate" from specs/${api}/openapi.yaml. Do not edit.`,
    `import type { ${types.join(", ")} } from "@cloud-clients/runtime";`,
    ...(rules.length > 0 ? ['import type { paths } from "./schema.js";'] : []),
  ].join("\n");
  const own = `export const api = ${broken(apiRules(document))} as const satisfies ApiRules;`;
  return `${[head, own, ...knownRegions(document), ...rules.map((rule) => rule.text)].join("\n\n")}\n`;
}

function constant(type: string, rule: JsonObject | undefined): { type: string; text: string }[] {
  if (rule === undefined) return [];
  const text = `export const ${rule.operation} = ${broken(rule)} as const satisfies ${type}<paths>;`;
  return [{ type, text }];
}

/** One property a line, however short the whole is: a changed rule is a changed line. */
function broken(rule: JsonObject): string {
  const lines = Object.entries(rule).map(([key, value]) => {
    return `  ${key}: ${literal(value, "  ", key.length + 3)},\n`;
  });
  return `{\n${lines.join("")}}`;
}
