import {
  type Deref,
  definedOnly,
  derefIn,
  type FoundOperation,
  type JsonObject,
  type Keys,
  keysPointer,
  keywordOf,
  operationsOf,
  parametersOf,
  type ReplacedList,
  type SharedField,
  typeOf,
  writeSemantics,
} from "@cloud-clients/openapi-model";
import { fieldRule, type Inside, objectRule, readOnlyFields } from "./field-rule.js";

/**
 * The rule of operations.ts for a PUT that replaces lists, from its `x-write-semantics` and the schemas
 * it names; undefined when it has none.
 */
export function writeRule(document: JsonObject, found: FoundOperation): JsonObject | undefined {
  // Most operations have none, and listing all operations for each would take quadratic time.
  if (found.operation["x-write-semantics"] === undefined) return undefined;
  const deref = derefIn(document);
  const { rule } = writeSemantics(found, operationsOf(document.paths), deref);
  if (rule === undefined) return undefined;
  const { ids, lists, maxItems, keep, version, failures } = rule;
  const numbers = ids.filter((id) => isNumber(found, id, deref));
  const put = {
    operation: found.operation.operationId,
    path: found.path,
    read: rule.read.path,
    id: ids.length === 1 ? ids[0] : ids,
    numbers: numbers.length > 0 ? numbers : undefined,
  };
  const beside = {
    keep:
      keep.length > 0
        ? keep.map((field) => ({ ...placesOf(field), ...fieldRule(field.schema, deref) }))
        : undefined,
    version: version && placesOf(version),
    failures: failures && placeOf(failures),
  };
  const [only, ...more] = lists;
  if (only === undefined || more.length > 0) {
    const all = lists.map((list) => ({ ...headOf(list, deref), ...allowedIn(list, deref) }));
    return definedOnly({ ...put, lists: all, maxTotal: maxItems, ...beside });
  }
  const head = headOf(only, deref);
  const limits = [head.maxItems, maxItems].filter((limit) => typeof limit === "number");
  const most = limits.length > 0 ? Math.min(...limits) : undefined;
  return definedOnly({ ...put, ...head, maxItems: most, ...beside, ...allowedIn(only, deref) });
}

/** Whether programs have the value of a path parameter as a number. */
function isNumber({ operation, pathItem }: FoundOperation, id: string, deref: Deref): boolean {
  const parameters = parametersOf(operation, pathItem, deref);
  const schema = parameters.find(({ name, in: place }) => place === "path" && name === id)?.schema;
  const type = typeOf(schema, deref);
  return (
    (type === "integer" || type === "number") && keywordOf(schema, "x-int64", deref) !== "string"
  );
}

/** Where a list stands, and what tells its entries apart. */
function headOf(list: ReplacedList, deref: Deref): JsonObject {
  const { identity, optional, ordered, schema } = list;
  const { to, from } = placesOf(list);
  return definedOnly({
    list: to,
    from,
    identity: typeof identity === "string" ? identity : identity.map(placeOf),
    optional: optional.length > 0 ? optional.map(placeOf) : undefined,
    ordered,
    maxItems: keywordOf(schema, "maxItems", deref),
  });
}

/** What the API allows in a list; what identifies an entry must be there or have a default. */
function allowedIn(list: ReplacedList, deref: Deref): JsonObject {
  const { identity, optional, plain, item, readItem, sets } = list;
  if (plain) return { entry: plainEntry(item, deref), fields: {}, readOnly: [] };
  const isOptional = (keys: Keys): boolean =>
    optional.some((one) => placeOf(one) === placeOf(keys));
  const needed = typeof identity === "string" ? [] : identity.filter((keys) => !isOptional(keys));
  const inside: Inside = { needed, sets, shown: readItem };
  const readOnly = readOnlyFields(item, readItem, deref);
  return { ...objectRule(item, deref, inside), readOnly };
}

/** A plain entry is never empty, and its title says what a pattern means. */
function plainEntry(item: JsonObject, deref: Deref): JsonObject {
  const rule = fieldRule({ minLength: 1, ...item }, deref);
  return typeof item.title === "string" ? { ...rule, title: item.title } : rule;
}

/** Where a field stands in the body, and in the response of the read where that is elsewhere. */
function placesOf({ to, from }: Omit<SharedField, "schema">): { to: string; from?: string } {
  const [place, shown] = [placeOf(to), placeOf(from)];
  return shown === place ? { to: place } : { to: place, from: shown };
}

/** A name, or a pointer where one name does not lead there. */
function placeOf(keys: Keys): string {
  const [name = ""] = keys;
  return keys.length === 1 && !name.startsWith("/") ? name : keysPointer(keys);
}
