import {
  type Deref,
  derefIn,
  isObject,
  type JsonObject,
  schemaAt,
} from "@cloud-clients/openapi-model";

const choices = ["oneOf", "anyOf"] as const;

/**
 * The document, or a copy of it in which every schema ends: a choice whose variants extend the schema that chooses
 * between them is dropped, and so is a part that is the schema itself. Whoever reads them would never finish.
 */
export function withEnds(document: JsonObject): JsonObject {
  if (!composedIn(document).some(isEndless(derefIn(document)))) return document;
  const copy = structuredClone(document);
  const deref = derefIn(copy);
  const composed = composedIn(copy);
  // Choices first: what extends a schema keeps that schema as its part.
  for (const node of composed) dropEndlessChoice(node, deref);
  for (const node of composed) dropEndlessParts(node, deref);
  return copy;
}

/**
 * Gives every variant its value of the discriminator, a keyword that JSON Schema does not know: without it, a value
 * often fits several variants of a `oneOf`, which allows one.
 *
 * @param document all schemas; changed in place
 */
export function nameVariants(document: JsonObject, deref: Deref): void {
  for (const node of composedIn(document)) nameVariantsOf(node, deref);
}

/** The schemas that are composed of others. */
function composedIn(document: JsonObject): JsonObject[] {
  const composed: JsonObject[] = [];
  visit(document, (node) => {
    if (inPlace.some((keyword) => node[keyword] !== undefined)) composed.push(node);
  });
  return composed;
}

function isEndless(deref: Deref): (node: JsonObject) => boolean {
  return (node) =>
    inPlace.flatMap((keyword) => node[keyword] ?? []).some((part) => leadsBack(part, node, deref));
}

function visit(value: unknown, see: (node: JsonObject) => void): void {
  if (Array.isArray(value)) for (const each of value) visit(each, see);
  if (!isObject(value)) return;
  see(value);
  for (const each of Object.values(value)) visit(each, see);
}

/** Keywords whose schemas apply to the same value as the schema they stand in. */
const inPlace = ["allOf", ...choices, "not", "if", "then", "else"] as const;

/** Whether a part of a schema is composed of that schema. */
function leadsBack(
  part: unknown,
  to: JsonObject,
  deref: Deref,
  seen = new Set<unknown>(),
): boolean {
  const target = deref(part);
  if (target === to) return true;
  if (!isObject(target) || seen.has(target)) return false;
  seen.add(target);
  return inPlace
    .flatMap((keyword) => target[keyword] ?? [])
    .some((inner) => leadsBack(inner, to, deref, seen));
}

function dropEndlessChoice(node: JsonObject, deref: Deref): void {
  for (const keyword of choices) {
    const variants: unknown = node[keyword];
    if (Array.isArray(variants) && variants.some((each) => leadsBack(each, node, deref))) {
      delete node[keyword];
    }
  }
}

function dropEndlessParts(node: JsonObject, deref: Deref): void {
  const leadsHere = (part: unknown): boolean => leadsBack(part, node, deref);
  for (const keyword of inPlace) {
    const part: unknown = node[keyword];
    if (Array.isArray(part)) node[keyword] = part.filter((each) => !leadsHere(each));
    else if (leadsHere(part)) delete node[keyword];
  }
}

function nameVariantsOf(node: JsonObject, deref: Deref): void {
  const { discriminator } = node;
  if (!isObject(discriminator) || typeof discriminator.propertyName !== "string") return;
  const { propertyName, mapping } = discriminator;
  for (const keyword of choices) {
    const variants: unknown = node[keyword];
    if (!Array.isArray(variants)) continue;
    node[keyword] = variants.map((variant: unknown) => {
      // Only a variant with a name of its own has a value (OpenAPI 3.1.1, Discriminator Object).
      if (!isObject(variant) || typeof variant.$ref !== "string") return variant;
      const own = schemaAt(variant, [propertyName], deref);
      if (own?.enum !== undefined || own?.const !== undefined) return variant;
      const property = { enum: valuesFor(variant.$ref, mapping) };
      return {
        allOf: [variant, { required: [propertyName], properties: { [propertyName]: property } }],
      };
    });
  }
}

/** The values of the discriminator that mean a schema: those mapped to it, else its name. */
function valuesFor(ref: string, mapping: unknown): string[] {
  const name = ref.slice(ref.lastIndexOf("/") + 1);
  const mapped = isObject(mapping) ? Object.entries(mapping) : [];
  const values = mapped.filter(([, target]) => target === ref || target === name);
  return values.length > 0 ? values.map(([value]) => value) : [name];
}
