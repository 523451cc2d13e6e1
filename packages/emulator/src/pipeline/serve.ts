import type { Clock } from "../clock.js";
import { type Answer, toResponse } from "../http/answer.js";
import { readIncoming } from "../http/incoming-request.js";
import { describeRequest, type LoggedRequest } from "../http/request-log.js";
import type { Serve } from "../http/router.js";
import { serializeJson } from "../http/serialize-json.js";
import type { ServiceState } from "../service/service.js";
import { answerRequest, type Backend, type Outcome } from "./answer-request.js";

/** What one emulator serves with. */
export interface Engine<State extends ServiceState<State>> extends Backend<State> {
  readonly clock: Clock;
  readonly requests: LoggedRequest[];
}

/** The log keeps this many requests, so that a very long walk does not fill the memory. */
const keptRequests = 10_000;

/** Makes the function that takes one request from its arrival to its answer. */
export function createServe<State extends ServiceState<State>>(engine: Engine<State>): Serve {
  let arrived = 0;
  return async (request, route, signal) => {
    const incoming = await readIncoming(request);
    signal?.throwIfAborted();
    arrived += 1;
    const id = arrived;
    const logged = describeRequest(id, route.operation, incoming, engine.clock.now());
    if (engine.requests.push(logged) > keptRequests) engine.requests.shift();
    const now = engine.clock.now();
    engine.service.state.settle(now);
    const outcome = answerRequest(engine, route, incoming, engine.service.state, now);
    return toResponse(toAnswer(outcome, id));
  };
}

function toAnswer({ status, headers, body }: Outcome, id: number): Answer {
  const text = body === undefined ? undefined : serializeJson(body);
  return {
    status,
    text,
    headers: {
      ...(text !== undefined && { "content-type": "application/json" }),
      "x-request-id": `req-${String(id).padStart(8, "0")}`,
      ...headers,
    },
  };
}
