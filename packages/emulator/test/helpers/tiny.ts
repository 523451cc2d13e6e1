import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { createClock } from "../../src/engine/clock.js";
import { createEngine } from "../../src/engine/engine.js";
import { createInProcessFetch, type Fetch } from "../../src/engine/http/in-process-fetch.js";
import { Refusal } from "../../src/engine/refusal.js";
import type { Handlers, Service } from "../../src/engine/service.js";
import { readSpecification } from "../../src/engine/spec/specification.js";
import { StandIn } from "../../src/engine/stand-in/stand-in.js";
import type { StandInState } from "../../src/engine/stand-in-state.js";

/** A `fetch` to a made-up service of ten lines, whose operations return what the test says. */
export function tinyFetch(handlers: Handlers<unknown>, strict = true): Fetch {
  const file = new URL("../fixtures/tiny.yaml", import.meta.url);
  const specification = readSpecification(parse(readFileSync(file, "utf8")));
  const standIn = new StandIn(specification, { seed: 1, items: 3 });
  const service: Service<StandInState> = {
    state: standIn.createState(),
    handlers,
    authenticate: ({ headers }) => {
      if (!headers.has("authorization")) throw new Refusal(401, "", "who are you?");
    },
    codeFor: () => "",
    errorBody: ({ message }) => ({ message }),
  };
  const clock = createClock();
  const { router } = createEngine({
    specification,
    service,
    standIn,
    clock,
    signatureTime: clock.now,
    seed: 1,
    strict,
    origins: false,
    maxBodyBytes: 1_000,
    loggedRequests: 10,
    loggedBodyBytes: 100,
  });
  const fetch = createInProcessFetch(router);
  return (input, init) =>
    fetch(new URL(input instanceof Request ? input.url : input, "https://tiny.example"), {
      headers: { authorization: "me" },
      ...init,
    });
}
