import {
  type Deref,
  derefIn,
  getAt,
  isObject,
  type JsonObject,
} from "@cloud-clients/openapi-model";
import type { Finding } from "../documents/judge.js";

type Keys = readonly (string | number)[];

const maxParts = 10_000;
const maxSteps = 1_000_000;
/** Schemas composed of one that is composed of one, and so on. */
const maxChain = 500;

/** Keywords whose schemas apply to the same value as the schema they stand in. */
const sameValue = ["allOf", "anyOf", "oneOf", "not", "if", "then", "else"];
const elements = ["items", "prefixItems", "contains"];

/**
 * What would keep a reader of the bundle busy forever although each file is small: a reference that does not
 * resolve, a schema composed of itself, a schema of more than 10 000 parts, and an example that takes a
 * validator more than a million steps.
 */
export function boundsFindings(document: JsonObject): Finding[] {
  const deref = derefIn(document);
  const parts = partsIn(deref);
  const composed: Finding[] = [];
  const shown: { node: JsonObject; keys: Keys }[] = [];
  visit(document, [], (node, keys) => {
    composed.push(...deadEnds(node, keys, deref), ...compositions(node, keys, parts));
    if ((node.example ?? node.examples ?? node.default) !== undefined) {
      shown.push({ node, keys: [...keys] });
    }
  });
  // The steps of a schema that is made of itself cannot be counted.
  return composed.length > 0 ? composed.slice(0, 20) : slowExamples(shown, deref);
}

/** Each mapping of a document; `keys` is one list for the whole walk. */
function visit(
  value: unknown,
  keys: (string | number)[],
  see: (node: JsonObject, keys: Keys) => void,
): void {
  if (typeof value !== "object" || value === null) return;
  if (isObject(value)) see(value, keys);
  for (const key of Object.keys(value)) {
    keys.push(key);
    visit(Reflect.get(value, key), keys, see);
    keys.pop();
  }
}

function deadEnds(node: JsonObject, keys: Keys, deref: Deref): Finding[] {
  if (typeof node.$ref !== "string" || deref(node) !== undefined) return [];
  return [{ keys: [...keys, "$ref"], message: `the $ref to ${node.$ref} does not resolve` }];
}

function compositions(node: JsonObject, keys: Keys, parts: PartCount): Finding[] {
  if (!sameValue.some((keyword) => node[keyword] !== undefined)) return [];
  const count = parts(node);
  if (count === undefined)
    return [{ keys: [...keys], message: "the schema is composed of itself" }];
  return count > maxParts
    ? [
        {
          keys: [...keys],
          message: `the schema has more than ${maxParts} parts with references expanded`,
        },
      ]
    : [];
}

type PartCount = (schema: unknown) => number | undefined;

/** How many schemas apply to one value, references written out; undefined for one made of itself. */
function partsIn(deref: Deref): PartCount {
  const counts = new Map<JsonObject, number | undefined>();
  const count = (schema: unknown, depth: number): number | undefined => {
    const target = deref(schema);
    if (!isObject(target)) return 1;
    if (counts.has(target)) return counts.get(target);
    if (depth > maxChain) return maxParts + 1;
    counts.set(target, undefined); // found again on the way down, it is part of itself
    let sum: number | undefined = 1;
    for (const part of sameValue.flatMap((keyword) => target[keyword] ?? [])) {
      const own = count(part, depth + 1);
      sum = sum === undefined || own === undefined ? undefined : Math.min(sum + own, maxParts + 1);
    }
    counts.set(target, sum);
    return sum;
  };
  return (schema) => count(schema, 0);
}

/** Examples whose alternatives multiply on the way down. */
function slowExamples(shown: readonly { node: JsonObject; keys: Keys }[], deref: Deref): Finding[] {
  const steps = stepsIn(deref);
  return shown.flatMap(({ node, keys }) => {
    const schema = node.schema ?? (node.example === undefined ? undefined : node);
    const named = isObject(node.examples) ? Object.values(node.examples) : [];
    const values = [
      node.example,
      node.default,
      ...named.map((one) => getAt(deref(one), ["value"])),
    ];
    return values.some((value) => value !== undefined && steps(schema, value) > maxSteps)
      ? [{ keys, message: `the example takes more than ${maxSteps} steps to validate` }]
      : [];
  });
}

/** How often a validator that visits every alternative evaluates a schema for one value. */
function stepsIn(deref: Deref): (schema: unknown, value: unknown) => number {
  const known = new Map<JsonObject, Map<unknown, number>>();
  const steps = (schema: unknown, value: unknown): number => {
    const target = deref(schema);
    if (!isObject(target)) return 1;
    const found = known.get(target) ?? new Map<unknown, number>();
    known.set(target, found);
    const before = found.get(value);
    if (before !== undefined) return before;
    let sum = 1;
    const add = (part: unknown, item: unknown) => {
      sum = Math.min(sum + steps(part, item), maxSteps + 1);
    };
    for (const part of sameValue.flatMap((keyword) => target[keyword] ?? [])) add(part, value);
    if (Array.isArray(value)) {
      const parts = elements.flatMap((keyword) => target[keyword] ?? []);
      for (const item of value) for (const part of parts) add(part, item);
    } else if (isObject(value)) {
      const patterns = Object.values(
        isObject(target.patternProperties) ? target.patternProperties : {},
      );
      for (const [name, item] of Object.entries(value)) {
        add(getAt(target, ["properties", name]) ?? target.additionalProperties, item);
        for (const part of patterns) add(part, item);
      }
    }
    found.set(value, sum);
    return sum;
  };
  return steps;
}
