import {
  type Deref,
  definedOnly,
  derefIn,
  type FoundOperation,
  isIdempotent,
  isObject,
  type JsonObject,
  listOf,
  operationsOf,
  strings,
  writeSemantics,
} from "@cloud-clients/openapi-model";
import { type Change, type Level, shown, shownBoth } from "./change.js";
import { nameOf } from "./uses.js";

/** A document, with what reading its rules takes. */
interface Side {
  document: JsonObject;
  deref: Deref;
  operations: FoundOperation[];
}

/**
 * What changed in the rules that a client follows: pages of lists, writes that replace a list, whether a call
 * may be repeated, what errors say, and which server is called. Redocly sees extensions as text that nobody acts on.
 */
export function ruleChanges(before: JsonObject, after: JsonObject): Change[] {
  const [old, now] = [before, after].map(
    (document): Side => ({
      document,
      deref: derefIn(document),
      operations: operationsOf(document.paths),
    }),
  );
  if (old === undefined || now === undefined) return [];
  const changes: Change[] = [];
  const byName = new Map(old.operations.map((found) => [nameOf(found), found]));
  for (const found of now.operations) {
    const earlier = byName.get(nameOf(found));
    // What is wholly new, or gone, is a change of the API.
    if (earlier === undefined) continue;
    changes.push(
      ...paginationChanges(earlier, found),
      ...writeChanges(earlier, found, old, now),
      ...repeatChanges(earlier, found),
    );
  }
  return [
    ...changes,
    ...codeChanges(before, after),
    ...envelopeChanges(before, after),
    ...serverChanges(before, after),
  ];
}

/** What a rule may gain or lose without a list being read another way. */
const endings = new Set(["response.more", "response.total", "response.pages", "unless"]);

function paginationChanges(earlier: FoundOperation, found: FoundOperation): Change[] {
  const before = earlier.operation["x-pagination"];
  const after = found.operation["x-pagination"];
  if (!isObject(before) || !isObject(after)) {
    if (isObject(before) === isObject(after)) return [];
    const what = isObject(after) ? "is read page by page now" : "is no longer read page by page";
    return [ruleChange("breaking", found, what, before, after)];
  }
  return leafChanges(saidWhole(before), saidWhole(after)).map(({ place, from, to }) => {
    // What every request carries changes what the service lists.
    const isGain = from === undefined && !place.startsWith("request.fixed");
    const level = endings.has(place) || isGain ? "additive" : "breaking";
    const what =
      place === "style" ? "pages are asked for another way" : `pagination rule, ${place}`;
    return ruleChange(level, found, what, from, to);
  });
}

/** A rule with what counts where it says nothing. */
function saidWhole(rule: JsonObject): JsonObject {
  return { in: "query", ...(rule.style === "page" && { first: 1 }), ...rule };
}

function writeChanges(
  earlier: FoundOperation,
  found: FoundOperation,
  old: Side,
  now: Side,
): Change[] {
  const before = earlier.operation["x-write-semantics"];
  const after = found.operation["x-write-semantics"];
  if (before === undefined && after === undefined) return [];
  if (before === undefined || after === undefined) {
    const what = after === undefined ? "has no rule for edits any more" : "is written by edits now";
    return [ruleChange("breaking", found, what, before, after)];
  }
  const changes = leafChanges(byList(before), byList(after)).map(({ place, from, to }) => {
    // One more field that is sent back as it was read, or one more check, breaks no caller.
    const fine =
      place === "maxItems"
        ? to === undefined || Number(to) > Number(from)
        : from === undefined && /^(keep|failures|version)\b/.test(place);
    return ruleChange(fine ? "additive" : "breaking", found, `rule for edits, ${place}`, from, to);
  });
  const wrongBefore = writeSemantics(earlier, old.operations, old.deref).problems.map(
    ({ message }) => message,
  );
  for (const { message } of writeSemantics(found, now.operations, now.deref).problems) {
    if (wrongBefore.includes(message)) continue;
    const what = `the rule for edits no longer fits: ${message}`;
    changes.push(ruleChange("breaking", found, what));
  }
  return changes;
}

/** A rule with its lists by their names in the body, whichever way they are written; for names of functions see exports. */
function byList(rule: unknown): unknown {
  if (!isObject(rule)) return rule;
  const { list, from, name, identity, optional, ordered, sets, ...rest } = rule;
  const lists = rule.lists === undefined ? [rule] : listOf(rule.lists).filter(isObject);
  const entries = lists.map(({ list, from = list, identity, optional, ordered, sets }) => {
    return [String(list), definedOnly({ from, identity, optional, ordered, sets })] as const;
  });
  return { ...rest, lists: Object.fromEntries(entries) };
}

function repeatChanges(earlier: FoundOperation, found: FoundOperation): Change[] {
  if (isIdempotent(earlier) === isIdempotent(found)) return [];
  return isIdempotent(found)
    ? [ruleChange("additive", found, "is retried after a lost response now", false, true)]
    : [ruleChange("breaking", found, "is no longer retried after a lost response", true, false)];
}

/** A code that is gone takes a name from the exported table with it. */
function codeChanges(before: JsonObject, after: JsonObject): Change[] {
  const table = (document: JsonObject) => {
    const codes = document["x-error-codes"];
    return isObject(codes) ? codes : {};
  };
  const changes = leafChanges(table(before), table(after), 1).map(({ place, from, to }): Change => {
    const level = to === undefined ? "breaking" : from === undefined ? "additive" : "documentation";
    const what = `error code ${to === undefined ? "removed" : from === undefined ? "added" : "changed"}`;
    return { level, side: "rule", where: place, what, ...shownBoth(from, to) };
  });
  for (const extension of ["x-rate-limit-error", "x-permanent-error"]) {
    const codes = (document: JsonObject) => {
      const rule = document[extension];
      return strings(isObject(rule) ? rule.codes : undefined).sort();
    };
    const [from, to] = [codes(before), codes(after)];
    if (shown(from) === shown(to)) continue;
    const isRate = extension === "x-rate-limit-error";
    const what = isRate ? "codes that mean: slow down" : "codes that are never retried";
    // What meant that a request may be sent again later no longer does.
    const isLost = isRate && from.some((code) => !to.includes(code));
    changes.push({
      level: isLost ? "breaking" : "additive",
      side: "rule",
      where: extension,
      what,
      ...shownBoth(from, to),
    });
  }
  return changes;
}

/** Where errors say what. */
function envelopeChanges(before: JsonObject, after: JsonObject): Change[] {
  const places = (document: JsonObject) => {
    const said = document["x-error-envelope"];
    return isObject(said) ? said : {};
  };
  return leafChanges(places(before), places(after)).map(({ place, from, to }): Change => {
    // Further places are looked at after those that were known.
    const isMore =
      from === undefined ||
      (Array.isArray(from) && Array.isArray(to) && from.every((one, index) => one === to[index]));
    const level = isMore ? "additive" : "breaking";
    const what = `where errors have their ${place}`;
    return { level, side: "rule", where: "x-error-envelope", what, ...shownBoth(from, to) };
  });
}

/** The servers that clients know: those with a name, else the first whose address has no variables, else the first. */
function serversOf(document: JsonObject): { name: unknown; url: string }[] {
  const servers = listOf(document.servers).filter(isObject);
  const known = servers.map(({ "x-service-name": name, url }) => ({ name, url: String(url) }));
  const whole = known.filter(({ url }) => !url.includes("{"));
  const named = whole.filter(({ name }) => name !== undefined);
  return named.length > 0 ? named : [...whole, ...known].slice(0, 1);
}

/** Which of several servers is called. An address that is gone is a change that Redocly tells. */
function serverChanges(before: JsonObject, after: JsonObject): Change[] {
  const [old, now] = [serversOf(before), serversOf(after)];
  const isThere = (url: string) =>
    listOf(after.servers).some((server) => isObject(server) && server.url === url);
  const change = (what: string, from: unknown, to: unknown): Change => {
    return { level: "breaking", side: "rule", where: "servers", what, ...shownBoth(from, to) };
  };
  const [first] = old;
  const [firstNow] = now;
  const changes: Change[] = [];
  if (first === undefined || firstNow === undefined) return [];
  if (first.url !== firstNow.url && isThere(first.url)) {
    changes.push(change("another one is called by default", first.url, firstNow.url));
  }
  if (first.name === undefined && firstNow.name !== undefined) {
    const what = "environment variables of the client have another name";
    changes.push(change(what, first.name, firstNow.name));
  }
  for (const { name, url } of old) {
    const own = now.find((one) => name !== undefined && one.name === name);
    if (own !== undefined && own.url !== url && isThere(url)) {
      changes.push(change(`${name} is another one`, url, own.url));
    }
  }
  return changes;
}

function ruleChange(
  level: Level,
  found: FoundOperation,
  what: string,
  from?: unknown,
  to?: unknown,
): Change {
  return { level, side: "rule", where: nameOf(found), what, ...shownBoth(from, to) };
}

interface LeafChange {
  place: string;
  from: unknown;
  to: unknown;
}

/** The differences of two rules, each where it is told in full: lists are compared whole. */
function leafChanges(
  before: unknown,
  after: unknown,
  depth = Number.POSITIVE_INFINITY,
  place = "",
): LeafChange[] {
  if (depth > 0 && isObject(before) && isObject(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...keys].flatMap((key) =>
      leafChanges(before[key], after[key], depth - 1, place === "" ? key : `${place}.${key}`),
    );
  }
  return JSON.stringify(before) === JSON.stringify(after)
    ? []
    : [{ place, from: before, to: after }];
}
