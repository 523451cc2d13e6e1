import { show } from "../base/options.js";
import { nameOfPlace } from "../base/places.js";
import { ConcurrentWriteError } from "../errors/concurrent-write-error.js";
import { WriteNotAppliedError } from "../errors/write-not-applied-error.js";
import { differing, type EntryList, labelOf } from "./compare.js";
import { type Content, differentFields, listAt, type Resource, type State } from "./resource.js";
import type { EntriesRule, Entry } from "./rule.js";

/** What an edit works on. */
export interface Subject {
  readonly resource: Resource;
  /** The edited lists, as indexes into the lists of the resource; all others are sent as they were read. */
  readonly edited: readonly number[];
}

/** Why the content is not as desired. */
export interface Cause {
  readonly why: string;
  readonly observed: State;
  /** The error with which the service refused the write. */
  readonly refusal?: unknown;
}

/** The first of the edited lists that does not show what was desired. */
function subjectOf({ edited }: Subject, desired: Content, observed: Content): number {
  const [first = 0] = edited;
  return edited.find((at) => !listAt(observed, at).shows(listAt(desired, at))) ?? first;
}

/** The error for a write that the service accepted but that does not show. */
export function notApplied(
  edit: Subject,
  desired: Content,
  observed: Content,
  what: string,
): WriteNotAppliedError<Entry> {
  const at = subjectOf(edit, desired, observed);
  return new WriteNotAppliedError(`${edit.resource.nameOf([at])}: ${what}`, {
    desired: listAt(desired, at).entries,
    observed: listAt(observed, at).entries,
  });
}

/** The error for a write of which the service applied only part, with what a read shows. */
export async function partlyApplied(
  edit: Subject,
  desired: Content,
  failures: readonly unknown[],
): Promise<WriteNotAppliedError<Entry>> {
  const { resource, edited } = edit;
  const [first = 0] = edited;
  const said = "the service applied only part of the write, see";
  try {
    const observed = await resource.read();
    const what = `${said} "failures" and "observed"`;
    return Object.assign(notApplied(edit, desired, observed, what), { failures });
  } catch (cause) {
    return new WriteNotAppliedError(
      `${resource.nameOf([first])}: ${said} "failures"; reading the list afterwards failed, see "cause"`,
      { desired: listAt(desired, first).entries, observed: undefined, failures, cause },
    );
  }
}

/** The error for content that is not as desired; it is mainly about the first list that differs. */
export function conflict(
  edit: Subject,
  base: Content,
  desired: Content,
  { why, observed, refusal }: Cause,
): ConcurrentWriteError<Entry> {
  const { resource } = edit;
  const subject = subjectOf(edit, desired, observed);
  const others = desired.lists
    .map((list, at) => ({ at, list, found: listAt(observed, at) }))
    .filter(({ at, list, found }) => at !== subject && !found.shows(list));
  const kept = differentFields(resource.rule, desired, observed).map(({ to, secret }) => {
    const [sent, found] = [desired.fields[to], observed.fields[to]];
    const name = nameOfPlace(to);
    const told = secret ? `${name} is different` : `${name} is ${show(found)}, not ${show(sent)}`;
    return { told, field: { name, desired: sent, observed: found } };
  });
  const lists = others.map(({ list, found }) => {
    const name = nameOfPlace(list.rule.list);
    const field = { name, desired: list.entries, observed: found.entries };
    return { told: `in ${name}: ${tell(list, found)}`, field };
  });
  const beside = [...kept, ...lists];
  return conflictError(
    resource.nameOf([subject]),
    listAt(base, subject),
    listAt(desired, subject),
    listAt(observed, subject),
    {
      why,
      refusal,
      told: beside.map(({ told }) => told),
      fields: beside.map(({ field }) => field),
    },
  );
}

/** What the error for a conflict says in addition to its lists. */
interface Circumstances {
  readonly why: string;
  /** What else is not as written, in words. */
  readonly told?: readonly string[];
  readonly fields?: ConcurrentWriteError["fields"];
  /** The error with which the service refused the write. */
  readonly refusal?: unknown;
}

/** The error for a list that is not as desired, naming what is missing and what is new. */
export function conflictError(
  name: string,
  base: EntryList,
  desired: EntryList,
  observed: EntryList,
  { why, told = [], fields = [], refusal }: Circumstances,
): ConcurrentWriteError<Entry> {
  const { missing, unexpected } = observed.differences(desired);
  const parts = [why, tell(desired, observed), ...told].filter(Boolean);
  return new ConcurrentWriteError(`${name}: ${parts.join("; ")}`, {
    base: base.entries,
    desired: desired.entries,
    observed: observed.entries,
    missing,
    unexpected,
    fields,
    ...(refusal === undefined ? {} : { cause: refusal }),
  });
}

const mostTold = 5;

/** Names the entries of a list that are missing or new, at most the first few, and how they differ. */
function tell(desired: EntryList, observed: EntryList): string {
  const { rule } = desired;
  const { missing, unexpected } = observed.differences(desired);
  return [
    tellEntries(rule, missing, "missing"),
    tellEntries(rule, unexpected, "unexpected"),
    tellDifferent(rule, missing, unexpected),
  ]
    .filter(Boolean)
    .join("; ");
}

function tellEntries(rule: EntriesRule, entries: readonly Entry[], word: string): string {
  const labels = entries.slice(0, mostTold).map((entry) => labelOf(rule, entry));
  const more = entries.length > mostTold ? ` and ${entries.length - mostTold} more` : "";
  return entries.length ? `${word}: ${labels.join(", ")}${more}` : "";
}

/** Names the fields, never the values, in which entries with the same label differ. */
function tellDifferent(
  rule: EntriesRule,
  missing: readonly Entry[],
  unexpected: readonly Entry[],
): string {
  const found = new Map(unexpected.map((entry) => [labelOf(rule, entry), entry]));
  return missing
    .slice(0, mostTold)
    .flatMap((entry) => {
      const other = found.get(labelOf(rule, entry));
      return other ? `${labelOf(rule, entry)} differs in ${differing(rule, entry, other)}` : [];
    })
    .join("; ");
}
