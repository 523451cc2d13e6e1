import type { OpenApiDocument, SchemaObject, WriteSemantics } from "./openapi-types.js";
import type { ReplacedList, RequestBody } from "./operation.js";
import { follow } from "./pointer.js";

/** Adds to `x-write-semantics` the defaults that the list's item schema declares. */
export function readReplacedList(
  document: OpenApiDocument,
  semantics: WriteSemantics,
  body: RequestBody,
): ReplacedList {
  const where = `${body.pointer}: x-write-semantics names the list ${semantics.list}`;
  const schema = follow<SchemaObject>(document, { $ref: `#${body.pointer}` }, body.pointer).node;
  const list = schema.properties?.[semantics.list];
  if (list === undefined) throw new Error(`${where}, which the body does not have`);
  const items = follow<SchemaObject>(document, list, body.pointer).node.items;
  if (items === undefined) throw new Error(`${where}, which has no items`);
  const item = follow<SchemaObject>(document, items, body.pointer).node;
  const itemDefaults: Record<string, unknown> = {};
  for (const [name, property] of Object.entries(item.properties ?? {})) {
    const { default: value } = follow<SchemaObject>(document, property, body.pointer).node;
    if (value !== undefined) itemDefaults[name] = value;
  }
  return { ...semantics, itemDefaults };
}
