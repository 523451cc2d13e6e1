import { getAt, isObject, toPointer } from "@cloud-clients/openapi-model";

/** JSON pointers of what differs between two parsed documents. */
export interface DocumentChanges {
  added: string[];
  removed: string[];
  changed: string[];
}

/** What `after` has, lacks or says differently, at the highest pointer that tells it. */
export function compareDocuments(before: unknown, after: unknown): DocumentChanges {
  const changes: DocumentChanges = { added: [], removed: [], changed: [] };
  compareAt(before, after, [], changes);
  return changes;
}

function compareAt(
  before: unknown,
  after: unknown,
  keys: (string | number)[],
  changes: DocumentChanges,
): void {
  const pairs = childrenOf(before, after);
  if (pairs === undefined) {
    if (before !== after) changes.changed.push(toPointer(keys));
    return;
  }
  for (const [key, one, other] of pairs) {
    const path = [...keys, key];
    if (one === undefined) changes.added.push(toPointer(path));
    else if (other === undefined) changes.removed.push(toPointer(path));
    else compareAt(one, other, path, changes);
  }
}

function childrenOf(
  before: unknown,
  after: unknown,
): [string | number, unknown, unknown][] | undefined {
  if (Array.isArray(before) && Array.isArray(after)) {
    const length = Math.max(before.length, after.length);
    return Array.from({ length }, (_, index) => [
      index,
      getAt(before, [index]),
      getAt(after, [index]),
    ]);
  }
  if (isObject(before) && isObject(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...keys].map((key) => [key, getAt(before, [key]), getAt(after, [key])]);
  }
  return undefined;
}
