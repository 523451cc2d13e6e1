import {
  callback,
  checkOptions,
  checkValue,
  headerText,
  milliseconds,
  type OptionType,
  type OptionTypes,
  oneOf,
  suggest,
  text,
  wholeNumber,
} from "../check-options.js";
import type { FaultByKind } from "./fault.js";

type Fields<Kind extends keyof FaultByKind<unknown>> = Omit<FaultByKind<unknown>[Kind], "kind">;

const when = oneOf("before", "after");
const status = wholeNumber(200, 599);

/** What the fields of each kind may be. */
const types: { readonly [Kind in keyof FaultByKind<unknown>]: OptionTypes<Fields<Kind>> } = {
  latency: { ms: milliseconds, when },
  status: {
    status,
    code: text,
    message: text,
    retryAfter: {
      allowed: "a number of seconds, or text for a header",
      fits: (value) => (typeof value === "number" ? value >= 0 : headerText.fits(value)),
    },
    when,
  },
  body: { text, status, contentType: headerText, when },
  truncate: { bytes: wholeNumber(0) },
  reset: { when },
  redirect: {
    to: {
      allowed: "an origin, as in https://elsewhere.example",
      fits: (value) => typeof value === "string" && URL.canParse(value),
    },
    status: wholeNumber(300, 399),
  },
  repeatCursor: {},
  ignoreWrite: {},
  storePartly: { entries: wholeNumber(0) },
  alterWrite: { change: callback },
  resetOmitted: {
    values: { allowed: "an object", fits: (value) => typeof value === "object" && value !== null },
  },
  staleReads: { reads: wholeNumber(1), ms: milliseconds },
  secondWriter: { when, write: callback },
};

/** The fields that a fault cannot do without. */
const needed: {
  readonly [Kind in keyof FaultByKind<unknown>]?: readonly (keyof Fields<Kind> & string)[];
} = {
  latency: ["ms"],
  status: ["status"],
  body: ["text"],
  reset: ["when"],
  redirect: ["to"],
  storePartly: ["entries"],
  alterWrite: ["change"],
  resetOmitted: ["values"],
  secondWriter: ["when", "write"],
};

/** What people call a kind elsewhere. */
const alsoCalled = new Map([
  ["delay", "latency"],
  ["error", "status"],
  ["disconnect", "reset"],
  ["drop", "reset"],
]);

/** Refuses a fault that would do nothing, or not what it says. @throws TypeError or RangeError */
export function checkFault(fault: unknown): void {
  const what = "faults.add";
  const object: OptionType = { allowed: "an object", fits: (value) => Object(value) === value };
  checkValue(what, "fault", fault, object);
  const { kind, ...fields } = fault as { readonly kind: unknown };
  if (!isKind(kind)) {
    const named = String(kind);
    const meant = alsoCalled.get(named);
    const hint = meant ? `; did you mean ${meant}?` : suggest(named, Object.keys(types));
    throw new TypeError(`${what}: no fault has the kind "${named}"${hint}`);
  }
  checkOptions<object>(`${what}: fault of kind ${kind}`, fields, types[kind], needed[kind] as []);
  const given = Object.values(fields).filter((value) => value !== undefined);
  if (kind === "staleReads" && given.length !== 1) {
    throw new TypeError(`${what}: fault of kind staleReads takes either reads or ms`);
  }
}

function isKind(kind: unknown): kind is keyof FaultByKind<unknown> {
  return typeof kind === "string" && Object.hasOwn(types, kind);
}
