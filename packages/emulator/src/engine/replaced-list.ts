import { getAt } from "@cloud-clients/openapi-model";
import { ProblemError } from "./refusal.js";
import type { Call } from "./service.js";
import type { ListWrite, WrittenList } from "./spec/operations.js";
import { canonical, withValueAt } from "./value-at.js";

/**
 * The entries that a PUT puts in place of a whole list, with the item schema's defaults filled in where
 * they are objects. `undefined` when the body leaves the list out.
 *
 * @param list which list, when the PUT replaces several
 * @throws ProblemError `duplicate-entry` when two entries have the same identity, `too-many-entries`
 * when all lists together have more than they may
 */
export function replacedEntries<Entry>(
  call: Call<unknown>,
  list: WrittenList | undefined = call.operation.writes?.lists[0],
): Entry[] | undefined {
  const { writes, id } = call.operation;
  if (writes === undefined || list === undefined) throw new Error(`${id} has no x-write-semantics`);
  const sent = getAt(call.body, list.to);
  if (!Array.isArray(sent)) return undefined;
  refuseTooMany(call.body, writes);
  const entries = sent.map((entry: Entry) =>
    typeof entry === "object" && entry !== null ? { ...list.defaults, ...entry } : entry,
  );
  refuseDuplicates(entries, list);
  return entries;
}

function refuseTooMany(body: unknown, { lists, maxItems }: ListWrite): void {
  const count = lists.reduce((sum, { to }) => sum + Object(getAt(body, to) ?? []).length, 0);
  if (maxItems === undefined || count <= maxItems) return;
  const list = lists.map(({ to }) => to.join("/")).join(" and ");
  throw new ProblemError({ kind: "too-many-entries", list, most: maxItems });
}

function refuseDuplicates(entries: readonly unknown[], list: WrittenList): void {
  const seen = new Set<string>();
  for (const entry of entries) {
    const key = identityOf(entry, list);
    if (key === undefined) continue;
    if (seen.has(key)) {
      throw new ProblemError({ kind: "duplicate-entry", list: list.to.join("/"), entry: key });
    }
    seen.add(key);
  }
}

/** What tells an entry apart, in words; undefined where only its position does. */
export function identityOf(
  entry: unknown,
  { plain, identity, optional }: Pick<WrittenList, "plain" | "identity" | "optional">,
): string | undefined {
  if (plain) return String(entry);
  if (identity === "position") return undefined;
  if (identity === "value") return canonical(entry);
  const fields = identity.map((keys) => ({ name: keys.join("/"), value: getAt(entry, keys) }));
  const lacks = ({ value }: { value: unknown }): boolean => value === undefined || value === null;
  if (optional.length > 0 && fields.some(lacks)) return canonical(entry);
  return fields.map(({ name, value }) => `${name} ${show(value)}`).join(", ");
}

function show(value: unknown): string {
  return typeof value === "object" ? canonical(value) : String(value);
}

/** A body with at most so many entries in each list that its PUT replaces. */
export function cutLists(body: object, { lists }: ListWrite, most: number): object {
  let cut = body;
  for (const { to } of lists) {
    const sent = getAt(cut, to);
    if (Array.isArray(sent)) cut = Object(withValueAt(cut, to, sent.slice(0, most)));
  }
  return cut;
}
