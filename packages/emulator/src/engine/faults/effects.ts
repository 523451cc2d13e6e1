import type { TextResponse } from "../http/text-response.js";
import { Refusal } from "../refusal.js";
import { cutLists } from "../replaced-list.js";
import type { Operation } from "../spec/operations.js";
import { withValueAt } from "../value-at.js";
import type {
  BodyFault,
  Fault,
  FaultByKind,
  RedirectFault,
  StaleReadsFault,
  StatusFault,
  When,
} from "./fault.js";

/** The faults of one kind. */
export function faultsOf<State, Kind extends keyof FaultByKind<State>>(
  faults: readonly Fault<State>[],
  kind: Kind,
): FaultByKind<State>[Kind][] {
  return faults.filter((fault): fault is FaultByKind<State>[Kind] => fault.kind === kind);
}

/** Of faults that act before or after the effect, those of one moment. */
export function during<F extends { readonly when?: When | undefined }>(
  faults: readonly F[],
  when: When,
  usual: When,
): F[] {
  return faults.filter((fault) => (fault.when ?? usual) === when);
}

/**
 * What the faults return at this moment in place of the service: a refusal to be put into the
 * vendor's form, or a response as it is. `undefined` when they leave the response alone.
 */
export function replaceResponse<State>(
  faults: readonly Fault<State>[],
  when: When,
  url: URL,
): Refusal | TextResponse | undefined {
  const [redirect] = when === "before" ? faultsOf(faults, "redirect") : [];
  if (redirect) return redirected(redirect, url);
  const [status] = during(faultsOf(faults, "status"), when, "before");
  if (status) return toRefusal(status);
  const [body] = during(faultsOf(faults, "body"), when, "after");
  return body && plain(body);
}

function redirected({ to, status = 307 }: RedirectFault, url: URL): TextResponse {
  const location = new URL(`${url.pathname}${url.search}`, to).href;
  return { status, headers: { location }, text: undefined };
}

function toRefusal({ status, retryAfter, ...rest }: StatusFault): Refusal {
  const { code = "FAULT", message = `emulator: told to return ${status}` } = rest;
  const headers = retryAfter === undefined ? {} : { "retry-after": String(retryAfter) };
  return new Refusal(status, code, message, headers);
}

function plain({ text, status = 200, contentType = "application/json" }: BodyFault): TextResponse {
  return { status, headers: { "content-type": contentType }, text };
}

/**
 * What the service takes a body for, under the faults that make it store something else than was
 * sent; `undefined` when there are none, or when the body is no object.
 */
export function alterBody<State>(
  faults: readonly Fault<State>[],
  operation: Operation,
  body: unknown,
): Record<string, unknown> | undefined {
  const partial = faultsOf(faults, "storePartly");
  const resetting = faultsOf(faults, "resetOmitted");
  const altering = faultsOf(faults, "alterWrite");
  if (partial.length + resetting.length + altering.length === 0) return undefined;
  if (typeof body !== "object" || body === null || Array.isArray(body)) return undefined;
  const most = Math.min(...partial.map(({ entries }) => entries));
  const { writes } = operation;
  let altered: Record<string, unknown> = { ...(writes ? cutLists(body, writes, most) : body) };
  for (const { values } of resetting) altered = { ...values, ...altered };
  for (const { change } of altering) altered = { ...change(structuredClone(altered)) };
  return altered;
}

/** A page that leads to itself, in place of one that was asked for by a cursor in the query. */
export function repeatCursor(
  page: unknown,
  { pagination }: Operation,
  parameters: URLSearchParams,
): unknown {
  if (pagination?.style !== "cursor" || pagination.position.in !== "query") return page;
  const own = parameters.get(pagination.position.name) ?? "";
  if (own === "") return page;
  const { next, more } = pagination;
  const repeated = next.in === "body" ? withValueAt(page, next.keys, own) : page;
  return more?.in === "body" ? withValueAt(repeated, more.keys, true) : repeated;
}

interface Window<State> {
  readonly before: State;
  readonly until: number;
  reads: number;
}

/** Keeps what reads still see after writes that are slow to show. */
export class StaleReads<State> {
  readonly #windows: Window<State>[] = [];

  /** From now on reads see `before`, as long as the fault says. */
  open(before: State, fault: StaleReadsFault, now: number): void {
    const lasts =
      "reads" in fault
        ? { reads: fault.reads, until: Number.POSITIVE_INFINITY }
        : { reads: Number.POSITIVE_INFINITY, until: now + fault.ms };
    this.#windows.push({ before, ...lasts });
  }

  /** What one more read sees, when that is not the present state. */
  read(now: number): State | undefined {
    for (const window of [...this.#windows]) {
      if (window.reads > 0 && now < window.until) {
        window.reads -= 1;
        return window.before;
      }
      this.#windows.splice(this.#windows.indexOf(window), 1);
    }
    return undefined;
  }

  clear(): void {
    this.#windows.length = 0;
  }
}
