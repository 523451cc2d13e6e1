/** Whether something happens before the request takes effect, or after that and before the response. */
export type When = "before" | "after";

/**
 * Waits real time. An abort of the request ends the wait.
 *
 * @example
 * // The write takes effect, but the response comes later than the client waits.
 * faults.add({ match: { method: "PUT" }, fault: { kind: "latency", ms: 2_000, when: "after" } });
 */
export interface LatencyFault {
  readonly kind: "latency";
  readonly ms: number;
  /** @default "before" */
  readonly when?: When | undefined;
}

/**
 * Returns a status of your choice, in the vendor's error form.
 *
 * @example
 * // Two requests are turned away, the third is served.
 * faults.add({ times: 2, fault: { kind: "status", status: 429, retryAfter: 1 } });
 * @example
 * // VPCEP's way of saying that there were too many requests.
 * faults.add({ fault: { kind: "status", status: 400, code: "EndPoint.0022" } });
 */
export interface StatusFault {
  readonly kind: "status";
  readonly status: number;
  /** The vendor's code or reason. @default "FAULT" */
  readonly code?: string | undefined;
  readonly message?: string | undefined;
  /** `Retry-After`: seconds, or text as it is to be sent. */
  readonly retryAfter?: number | string | undefined;
  /** With "after" the request takes effect although the response is an error. @default "before" */
  readonly when?: When | undefined;
}

/**
 * Returns any text: no JSON, HTML with 200, nothing at all.
 *
 * @example
 * faults.add({ fault: { kind: "body", text: "<html>Maintenance</html>", contentType: "text/html" } });
 * @example
 * faults.add({ fault: { kind: "body", text: "", status: 500 } });
 */
export interface BodyFault {
  readonly kind: "body";
  readonly text: string;
  /** @default 200 */
  readonly status?: number | undefined;
  /** @default "application/json" */
  readonly contentType?: string | undefined;
  /** @default "after" */
  readonly when?: When | undefined;
}

/**
 * The connection ends in the middle of the body. The request has taken effect.
 *
 * @example
 * faults.add({ match: { operation: "getInstance" }, fault: { kind: "truncate", bytes: 10 } });
 */
export interface TruncateFault {
  readonly kind: "truncate";
  /** How much of the body is sent. @default half of it */
  readonly bytes?: number | undefined;
}

/**
 * The connection is reset and no response comes.
 *
 * @example
 * // The write took effect; the client cannot know.
 * faults.add({ match: { method: "PUT" }, fault: { kind: "reset", when: "after" } });
 */
export interface ResetFault {
  readonly kind: "reset";
  readonly when: When;
}

/**
 * Sends the client to the same path of another origin; the request has no effect.
 *
 * @example
 * faults.add({ fault: { kind: "redirect", to: "https://elsewhere.example" } });
 */
export interface RedirectFault {
  readonly kind: "redirect";
  /** Origin. */
  readonly to: string;
  /** @default 307 */
  readonly status?: number | undefined;
}

/**
 * A page announces more and names its own cursor as the next one. The first page has no cursor of
 * its own and stays as it is.
 *
 * @example
 * // From the third page on, the list stands still.
 * faults.add({ match: { operation: "listInstances", nth: 3 }, times: Infinity, fault: { kind: "repeatCursor" } });
 */
export interface RepeatCursorFault {
  readonly kind: "repeatCursor";
}

/**
 * The response says success, but nothing was changed.
 *
 * @example
 * faults.add({ match: { operation: "updateInstancePorts" }, fault: { kind: "ignoreWrite" } });
 */
export interface IgnoreWriteFault {
  readonly kind: "ignoreWrite";
}

/**
 * The service stores only the first entries of the list that the request replaces, and responds as
 * if that were what it was asked for. Requests that replace no list stay as they are.
 *
 * @example
 * // Of the ports that an edit writes, two arrive.
 * faults.add({ match: { method: "PUT" }, fault: { kind: "storePartly", entries: 2 } });
 */
export interface StorePartlyFault {
  readonly kind: "storePartly";
  /** How many entries are stored. */
  readonly entries: number;
}

/**
 * The service takes what was sent for something else, and responds as if that had been sent.
 *
 * @example
 * // Port 22 becomes port 2222.
 * faults.add({
 *   match: { operation: "updateInstancePorts" },
 *   fault: { kind: "alterWrite", change: (body) => ({ ...body, ports: [{ port: 2222, protocol: "tcp" }] }) },
 * });
 */
export interface AlterWriteFault {
  readonly kind: "alterWrite";
  /** Gets a copy of the body, which must be a JSON object, and returns what is to be taken for it. */
  readonly change: (body: Readonly<Record<string, unknown>>) => object;
}

/**
 * Fields that a write leaves out do not keep their values but take these.
 *
 * @example
 * // A change of the ports alone switches approval on, as the printed default may mean.
 * faults.add({
 *   match: { operation: "updateEndpointService" },
 *   times: Infinity,
 *   fault: { kind: "resetOmitted", values: { approval_enabled: true } },
 * });
 */
export interface ResetOmittedFault {
  readonly kind: "resetOmitted";
  /** What each field takes when the body leaves it out. */
  readonly values: Readonly<Record<string, unknown>>;
}

/**
 * After the write, reads go on showing the state before it: for a number of reads, or for a time of
 * the emulator's clock. A write that fails delays nothing.
 *
 * @example
 * faults.add({ match: { method: "PUT" }, fault: { kind: "staleReads", reads: 2 } });
 * @example
 * faults.add({ match: { method: "PUT" }, fault: { kind: "staleReads", ms: 3_000 } });
 * emulator.clock.advance(3_000); // now the write shows
 */
export type StaleReadsFault = { readonly kind: "staleReads" } & (
  | { readonly reads: number }
  | { readonly ms: number }
);

/**
 * Somebody else changes the state right before or right after this request takes effect.
 *
 * @example
 * // Between the second read of an edit and its write, another writer closes all ports.
 * faults.add({
 *   match: { operation: "updateInstancePorts" },
 *   fault: {
 *     kind: "secondWriter",
 *     when: "before",
 *     write: (state) => {
 *       for (const instance of state.instances.values()) instance.ports = [];
 *     },
 *   },
 * });
 */
export interface SecondWriterFault<State> {
  readonly kind: "secondWriter";
  readonly when: When;
  readonly write: (state: State) => void;
}

/** The ways to be unkind, by `kind`. */
export interface FaultByKind<State> {
  readonly latency: LatencyFault;
  readonly status: StatusFault;
  readonly body: BodyFault;
  readonly truncate: TruncateFault;
  readonly reset: ResetFault;
  readonly redirect: RedirectFault;
  readonly repeatCursor: RepeatCursorFault;
  readonly ignoreWrite: IgnoreWriteFault;
  readonly storePartly: StorePartlyFault;
  readonly alterWrite: AlterWriteFault;
  readonly resetOmitted: ResetOmittedFault;
  readonly staleReads: StaleReadsFault;
  readonly secondWriter: SecondWriterFault<State>;
}

/** One way to be unkind. */
export type Fault<State> = FaultByKind<State>[keyof FaultByKind<State>];
