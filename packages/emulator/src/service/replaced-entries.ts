import type { ReplacedList } from "../spec/operation.js";
import { ProblemError } from "./problem.js";
import type { Call } from "./service.js";

/**
 * The entries a PUT puts in place of a whole list, with the item schema's defaults filled in where
 * they are objects. `undefined` when the body leaves the list out.
 *
 * @throws ProblemError `duplicate-entry` when two entries have the same identity
 */
export function replacedEntries<Entry extends object | string>(
  call: Call<unknown>,
): Entry[] | undefined {
  const semantics = call.operation.replacedList;
  if (semantics === undefined) throw new Error(`${call.operation.id} has no x-write-semantics`);
  const sent: unknown = Reflect.get(Object(call.body), semantics.list);
  if (!Array.isArray(sent)) return undefined;
  const entries = sent.map((entry: Entry) =>
    typeof entry === "object" ? { ...semantics.itemDefaults, ...entry } : entry,
  );
  refuseDuplicates(entries, semantics);
  return entries;
}

function refuseDuplicates(
  entries: readonly (object | string)[],
  { list, identity }: ReplacedList,
): void {
  const seen = new Set<string>();
  for (const entry of entries) {
    const key =
      typeof entry === "string"
        ? entry
        : identity.map((name) => `${name} ${String(Reflect.get(entry, name))}`).join(", ");
    if (seen.has(key)) throw new ProblemError({ kind: "duplicate-entry", list, entry: key });
    seen.add(key);
  }
}
