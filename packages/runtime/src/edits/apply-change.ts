import { keysOf, nameOfPlace, valuesAt, withValue } from "../base/places.js";
import { ResponseParseError } from "../errors/response-parse-error.js";
import { UsageError } from "../errors/usage-error.js";
import type { EntryList, Fields } from "./compare.js";
import { readDesired } from "./entries.js";
import type { AnyChange } from "./intent.js";
import { insideChange } from "./lock.js";
import type { CheckedOptions } from "./options.js";
import { type Content, listAt, type Resource, type State } from "./resource.js";
import type { Entry } from "./rule.js";

/** What applying a change needs. */
export interface Applying {
  readonly resource: Resource;
  readonly options: CheckedOptions;
  readonly signal: AbortSignal | undefined;
  /** What the change is run for. */
  readonly task: "edit" | "plan";
}

/** Computes the desired content from what was read; `waited` says whether that took time. */
export type ContentChange = (base: State) => Promise<{ desired: Content; waited: boolean }>;

/** A change of one list; the others stay as they were read. */
export function changingList(on: Applying, index: number, change: AnyChange): ContentChange {
  const { resource, signal, task, options } = on;
  return async (base) => {
    const list = listAt(base, index);
    const around = { ...resource.heldFor([index]), task };
    const run = () => change(structuredClone(list.entries) as Entry[]);
    const { given, waited } = await insideChange(around, run, signal);
    const name = nameOfPlace(list.rule.list);
    const entries = given === undefined ? list.entries : given;
    const desired = readDesired(list.rule, entries, list, options.allowEmpty, name);
    const lists = base.lists.map((one, at) => (at === index ? desired : one));
    return { desired: complete(on, base, lists), waited };
  };
}

/** A change of all lists together: gets and returns them in the shape of the PUT's body. */
export function changingLists(on: Applying, change: (lists: Fields) => unknown): ContentChange {
  const { resource, signal, task, options } = on;
  return async (base) => {
    const around = { ...resource.heldFor(resource.lists.map((_, at) => at)), task };
    const run = () => change(structuredClone(inShape(base)));
    const { given, waited } = await insideChange(around, run, signal);
    const places = resource.lists.map(({ list }) => list);
    const changed = given === undefined ? undefined : valuesAt(given, places, "the new lists");
    const lists = base.lists.map((list) => {
      const entries = changed?.get(list.rule.list);
      if (entries === undefined) return list;
      const name = nameOfPlace(list.rule.list);
      return readDesired(list.rule, entries, list, options.allowEmpty, name);
    });
    return { desired: complete(on, base, lists), waited };
  };
}

/** The lists in the shape of the PUT's body. */
export function inShape({ lists }: Content): Fields {
  let body: Fields = {};
  for (const { rule, entries } of lists) body = withValue(body, keysOf(rule.list), entries);
  return body;
}

/** Adds the fields that are written with the lists, and makes the checks that need what was read. */
function complete(
  { resource, options }: Applying,
  base: State,
  lists: readonly EntryList[],
): Content {
  const { rule } = resource;
  const all = lists.map((_, at) => at);
  const count = (of: readonly EntryList[]): number =>
    of.reduce((sum, { entries }) => sum + entries.length, 0);
  const { maxTotal = Number.POSITIVE_INFINITY } = rule;
  if (count(lists) > Math.max(maxTotal, count(base.lists))) {
    throw new UsageError(
      `${resource.nameOf(all)} have ${count(lists)} entries together, at most ${maxTotal} are allowed`,
    );
  }
  const fields: Fields = { ...base.fields, ...options.also };
  const hidden = Object.keys(fields).find((place) => fields[place] === undefined);
  if (hidden !== undefined) {
    throw notReturned(
      resource,
      `${nameOfPlace(hidden)}, and a write without it could reset it: set it with "also"`,
    );
  }
  if (rule.version && base.version === undefined) {
    const name = nameOfPlace(rule.version.from ?? rule.version.to);
    throw notReturned(resource, `${name}, and a write without it could undo somebody else's write`);
  }
  return { lists, fields };
}

function notReturned(resource: Resource, what: string): ResponseParseError {
  const name = resource.nameOf(resource.lists.map((_, at) => at));
  return new ResponseParseError(`${name}: the service did not return ${what}`, {
    status: 200,
    sample: "",
  });
}
