import { isObject, type JsonObject, toPointer } from "@cloud-clients/openapi-model";

/** One difference between two documents, at the highest pointer that tells it. */
export interface Change {
  /** `reworded` where only what people read differs: a text, or an example. */
  kind: "added" | "removed" | "changed" | "reworded";
  pointer: string;
  /** What stood there and what stands there now, as JSON, where both are short. */
  from?: string;
  to?: string;
}

type Keys = readonly (string | number)[];

const order = ["added", "removed", "changed", "reworded"];
const proseKeys = new Set(["description", "summary", "title", "example", "examples"]);

/**
 * What `after` has, lacks or says differently. Lists are compared by what their items are, not by where they
 * stand. What programs depend on comes first, what people read last.
 */
export function compareDocuments(before: unknown, after: unknown): Change[] {
  const changes: Change[] = [];
  compareAt(before, after, [], changes);
  return order.flatMap((kind) => changes.filter((change) => change.kind === kind));
}

function compareAt(before: unknown, after: unknown, keys: Keys, changes: Change[]): void {
  if (Array.isArray(before) && Array.isArray(after)) {
    compareMembers(identified(before), identified(after), keys, changes);
  } else if (isObject(before) && isObject(after)) {
    compareMembers(membersOf(before), membersOf(after), keys, changes);
  } else if (before !== after) {
    add(changes, "changed", keys, { from: before, to: after });
  }
}

/** A member of a mapping or list: its value, and the key that leads to it. */
interface Member {
  key: string | number;
  value: unknown;
}

function membersOf(mapping: JsonObject): Map<string, Member> {
  return new Map(Object.entries(mapping).map(([key, value]) => [key, { key, value }]));
}

/** Items by what tells them apart: a parameter's name and place, a reference, a name, or all they say. */
function identified(items: readonly unknown[]): Map<string, Member> {
  const members = new Map<string, Member>();
  const met = new Map<string, number>();
  for (const [key, value] of items.entries()) {
    const name = nameOf(value);
    const times = met.get(name) ?? 0;
    met.set(name, times + 1);
    members.set(JSON.stringify([name, times]), { key, value });
  }
  return members;
}

function nameOf(item: unknown): string {
  if (isObject(item)) {
    const { $ref, name, in: place, operationId, url } = item;
    for (const said of [$ref, name, operationId, url]) {
      if (typeof said === "string") return `${said} ${String(place)}`;
    }
  }
  return JSON.stringify(item);
}

function compareMembers(
  before: ReadonlyMap<string, Member>,
  after: ReadonlyMap<string, Member>,
  keys: Keys,
  changes: Change[],
): void {
  for (const [name, { key, value }] of before) {
    const now = after.get(name);
    if (now === undefined) add(changes, "removed", [...keys, key]);
    else compareAt(value, now.value, [...keys, now.key], changes);
  }
  for (const [name, { key }] of after) {
    if (!before.has(name)) add(changes, "added", [...keys, key]);
  }
}

const maxShown = 60;

function add(
  changes: Change[],
  kind: Change["kind"],
  keys: Keys,
  values?: { from: unknown; to: unknown },
): void {
  const pointer = toPointer(keys);
  if (isProse(keys)) {
    changes.push({ kind: "reworded", pointer });
    return;
  }
  const from = JSON.stringify(values?.from);
  const to = JSON.stringify(values?.to);
  const short = values !== undefined && Math.max(from.length, to.length) <= maxShown;
  changes.push({ kind, pointer, ...(short ? { from, to } : {}) });
}

/** A property may have the name of a keyword: then the key before is `properties`. */
function isProse(keys: Keys): boolean {
  return keys.some(
    (key, index) => proseKeys.has(String(key)) && String(keys[index - 1]) !== "properties",
  );
}
