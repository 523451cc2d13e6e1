import type { Fault } from "../faults/fault.js";
import type { FaultList } from "../faults/faults.js";
import { faultsOf } from "../faults/find-fault.js";
import type { StaleReads } from "../faults/stale-reads.js";
import type { IncomingRequest } from "../http/incoming-request.js";
import type { Route } from "../http/router.js";
import type { ServiceState } from "../service/service.js";
import type { Operation } from "../spec/operation.js";
import { answerRequest, type Backend, type Outcome } from "./answer-request.js";

/** A backend together with what makes it unkind. */
export interface UnkindBackend<State extends ServiceState<State>> extends Backend<State> {
  readonly faults: FaultList<State>;
  readonly staleReads: StaleReads<State>;
}

/**
 * Lets a request take effect, in one go, under the faults that bear on the state: a second writer,
 * a write that is ignored or slow to show, a cursor that repeats.
 */
export function act<State extends ServiceState<State>>(
  backend: UnkindBackend<State>,
  faults: readonly Fault<State>[],
  route: Route,
  incoming: IncomingRequest,
  now: number,
): Outcome {
  const { state } = backend.service;
  state.settle(now);
  const write = (when: "before" | "after"): void => {
    for (const fault of faultsOf(faults, "secondWriter"))
      if (fault.when === when) fault.write(state);
  };
  write("before");
  const reads = isRead(route.operation);
  const ignored = faultsOf(faults, "ignoreWrite").length > 0;
  const [slow] = reads ? [] : faultsOf(faults, "staleReads");
  const before = slow && state.clone();
  const seen =
    (reads ? backend.staleReads.read(now) : undefined) ?? (ignored ? state.clone() : state);
  const outcome = answerRequest(backend, { route, incoming, state: seen, now, faults });
  if (slow && before && outcome.status < 300) backend.staleReads.open(before, slow, now);
  write("after");
  return faultsOf(faults, "repeatCursor").length > 0
    ? repeatCursor(outcome, route.operation, incoming)
    : outcome;
}

function isRead(operation: Operation | undefined): boolean {
  return operation?.method === "get" || operation?.pagination !== undefined;
}

function repeatCursor(
  outcome: Outcome,
  operation: Operation | undefined,
  { url }: IncomingRequest,
): Outcome {
  const pagination = operation?.pagination;
  if (pagination?.style !== "cursor" || outcome.status >= 300) return outcome;
  const own = url.searchParams.get(pagination.request.cursor) ?? "";
  if (own === "") return outcome;
  const { cursor, more } = pagination.response;
  return { ...outcome, body: { ...Object(outcome.body), [cursor]: own, [more]: true } };
}
