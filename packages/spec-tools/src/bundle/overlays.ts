import { isObject, type JsonObject } from "@cloud-clients/openapi-model";
import { exec } from "jsonpath-rfc9535";
import { InputError, messageOf } from "../base/input-error.js";
import { showPlace } from "../base/place.js";
import type { ReadDocument } from "../documents/read-document.js";
import type { Specs } from "../documents/specs.js";

type Keys = readonly (string | number)[];

/** One action of one overlay file. */
export interface OverlayAction {
  /** The overlay's file, from the root. */
  file: string;
  /** Its place in the file's list of actions, from 0. */
  index: number;
  action: JsonObject;
}

/** What an action did to a document. */
export interface AppliedAction extends OverlayAction {
  /** How many places its target selects. */
  selected: number;
  /** Each place that has another value now, is new, or is gone. */
  changed: Keys[];
}

/** Why an action cannot be applied; `field` is the part of it that is to blame. */
export class ActionError extends Error {
  readonly field: string | undefined;

  constructor(message: string, field?: string) {
    super(message);
    this.field = field;
  }
}

/**
 * The actions of specs/<api>/overlays, in the order in which they apply: file name, then place.
 *
 * @throws InputError when a file is no overlay with actions.
 */
export function readOverlayActions({ api, documents }: Specs): OverlayAction[] {
  const folder = `${api.specs}/overlays/`;
  const actions: OverlayAction[] = [];
  for (const [file, document] of documents) {
    if (file.startsWith(folder)) actions.push(...actionsOf(file, document));
  }
  return actions;
}

const overlayFields = ["overlay", "info", "actions"];
const actionFields = ["target", "description", "update", "copy", "remove"];

function actionsOf(file: string, { parsed, places }: ReadDocument): OverlayAction[] {
  if (!isObject(parsed) || !/^1\.\d/.test(String(parsed.overlay))) {
    throw new InputError(`${file}:1: not an overlay; its first line is "overlay: 1.0.0"`);
  }
  const problems: string[] = [];
  const expect = (value: JsonObject, keys: Keys, allowed: readonly string[]) => {
    for (const key of Object.keys(value)) {
      if (allowed.includes(key) || key.startsWith("x-")) continue;
      const place = showPlace({ file, ...places.at([...keys, key], "key") });
      problems.push(`${place}: "${key}" is not expected here; allowed are ${allowed.join(", ")}`);
    }
  };
  expect(parsed, [], overlayFields);
  const { actions } = parsed;
  if (!Array.isArray(actions) || actions.length === 0) {
    throw new InputError(`${file}:1: an overlay without actions changes nothing; delete it`);
  }
  const read = actions.map((action: unknown, index) => {
    if (!isObject(action)) throw new InputError(`${file}: actions[${index}] must be a mapping`);
    expect(action, ["actions", index], actionFields);
    return { file, index, action };
  });
  if (problems.length > 0) throw new InputError(...problems);
  return read;
}

/**
 * Applies one action of an OpenAPI Overlay (1.0, with `copy` of 1.1) to a document, in place.
 *
 * @throws ActionError when it is not an action, or does not fit what it selects.
 */
export function applyAction(document: JsonObject, action: OverlayAction): AppliedAction {
  const { remove, update, copy } = action.action;
  const targets = select(document, action.action, "target");
  const changed: Keys[] = [];
  const applied = { ...action, selected: targets.length, changed };
  if (remove === true) {
    removeAll(document, targets, changed);
    return applied;
  }
  if (update !== undefined && copy !== undefined) {
    throw new ActionError("An action can't have both `update` and `copy`.");
  }
  const field = copy === undefined ? "update" : "copy";
  const value = copy === undefined ? update : copied(document, action.action);
  if (value === undefined) return applied;
  const kinds = new Set(targets.map((keys) => kindOf(valueAt(document, keys))));
  if (kinds.size > 1) {
    throw new ActionError(
      "The target must select only objects, only arrays, or only primitive values.",
      "target",
    );
  }
  for (const keys of targets) updateAt(document, keys, value, field, changed);
  return applied;
}

/** The places that a JSONPath expression selects, each once. */
function select(document: JsonObject, action: JsonObject, field: "target" | "copy"): Keys[] {
  const expression = action[field];
  if (typeof expression !== "string") {
    throw new ActionError(`The \`${field}\` field must be a JSONPath expression.`, field);
  }
  const found = new Map<string, Keys>();
  try {
    exec(document as never, expression, (_, path) => {
      found.set(JSON.stringify(path), [...path]);
    });
  } catch (error) {
    throw new ActionError(`Invalid JSONPath expression: ${messageOf(error)}`, field);
  }
  return [...found.values()];
}

function copied(document: JsonObject, action: JsonObject): unknown {
  const sources = select(document, action, "copy");
  const [source] = sources;
  if (source !== undefined && sources.length === 1) return valueAt(document, source);
  throw new ActionError(
    `The copy expression must select exactly one node, but it selected ${sources.length}.`,
    "copy",
  );
}

function removeAll(document: JsonObject, targets: readonly Keys[], changed: Keys[]): void {
  if (targets.some((keys) => keys.length === 0)) {
    throw new ActionError("Cannot remove the root of the document.", "target");
  }
  const places = targets.map((keys) => ({
    keys,
    parent: valueAt(document, keys.slice(0, -1)),
    key: keys.at(-1) ?? "",
  }));
  // Items of a list from its end on, so that those before them keep their places.
  places.sort((a, b) => Number(b.key) - Number(a.key) || 0);
  for (const { keys, parent, key } of places) {
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else if (isObject(parent)) delete parent[key];
    changed.push(keys);
  }
}

function updateAt(
  document: JsonObject,
  keys: Keys,
  value: unknown,
  field: string,
  changed: Keys[],
): void {
  const node = valueAt(document, keys);
  if (Array.isArray(node)) {
    const added: unknown[] = structuredClone(Array.isArray(value) ? value : [value]);
    for (const item of added) changed.push([...keys, node.push(item) - 1]);
  } else if (isObject(node)) {
    if (!isObject(value)) throw unfit(value, node, keys, field);
    mergeInto(node, value, keys, field, changed);
  } else {
    const parent = valueAt(document, keys.slice(0, -1));
    if (kindOf(value) !== "primitive") throw unfit(value, node, keys, field);
    setIn(parent, keys.at(-1) ?? "", value, keys, changed);
  }
}

function mergeInto(
  node: JsonObject,
  value: JsonObject,
  keys: Keys,
  field: string,
  changed: Keys[],
): void {
  for (const [key, source] of Object.entries(value)) {
    const place = [...keys, key];
    const existing = node[key];
    if (!Object.hasOwn(node, key)) {
      node[key] = structuredClone(source);
      changed.push(place);
    } else if (isObject(existing) && isObject(source)) {
      mergeInto(existing, source, place, field, changed);
    } else if (Array.isArray(existing) && Array.isArray(source)) {
      for (const item of structuredClone(source)) changed.push([...place, existing.push(item) - 1]);
    } else if (kindOf(existing) === "primitive" && kindOf(source) === "primitive") {
      setIn(node, key, source, place, changed);
    } else {
      throw unfit(source, existing, place, field);
    }
  }
}

function setIn(
  parent: unknown,
  key: string | number,
  value: unknown,
  keys: Keys,
  changed: Keys[],
): void {
  if (typeof parent !== "object" || parent === null || Reflect.get(parent, key) === value) return;
  Reflect.set(parent, key, value);
  changed.push(keys);
}

/** What stands at keys that were selected, so that every step of the way is there. */
function valueAt(document: unknown, keys: Keys): unknown {
  return keys.reduce<unknown>((node, key) => Reflect.get(Object(node), key), document);
}

function kindOf(value: unknown): "array" | "object" | "primitive" {
  if (Array.isArray(value)) return "array";
  return isObject(value) ? "object" : "primitive";
}

function unfit(value: unknown, node: unknown, keys: Keys, field: string): ActionError {
  const name = (item: unknown) =>
    item === null ? "null" : Array.isArray(item) ? "array" : typeof item;
  const path = keys.map((key) => (typeof key === "number" ? `[${key}]` : `['${key}']`)).join("");
  return new ActionError(`Cannot apply ${name(value)} to ${name(node)} at $${path}.`, field);
}
