import type { Fault, FaultByKind, When } from "./fault.js";

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
