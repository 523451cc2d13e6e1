import { getAt, isObject, type JsonObject } from "@cloud-clients/openapi-model";
import type { Api } from "../base/repository.js";
import { literal } from "./literal.js";
import { openEnumValues } from "./schema.js";
import { headerLine } from "./source-text.js";

/** Known values, or those of the members of a schema by name. */
type Known = string[] | { [member: string]: Known };

/**
 * The text of an API's known-values.ts: what the open enums of its schemas list, by schema and member;
 * nothing for an API without any.
 */
export function knownValuesFile(api: Api, document: JsonObject): string | undefined {
  const schemas = getAt(document, ["components", "schemas"]);
  const known = isObject(schemas) ? membersOf(schemas) : undefined;
  if (known === undefined) return undefined;
  return `${headerLine(api)}
/** Documented values, by schema and field. The service may use others. */
export const knownValues = ${literal(known)} as const;
`;
}

function membersOf(schemas: JsonObject): Known | undefined {
  const found: Record<string, Known> = {};
  for (const [name, schema] of Object.entries(schemas)) {
    const known = knownIn(schema);
    if (known !== undefined) found[name] = known;
  }
  return Object.keys(found).length > 0 ? found : undefined;
}

/** Looks through lists and compositions, not through references: what they lead to has its own name. */
function knownIn(schema: unknown): Known | undefined {
  if (!isObject(schema)) return undefined;
  const values = openEnumValues(schema);
  if (values !== undefined) return values;
  if (isObject(schema.properties)) return membersOf(schema.properties);
  const inner = [schema.items, schema.oneOf, schema.anyOf, schema.allOf].flat();
  return inner.map(knownIn).find((known) => known !== undefined);
}
