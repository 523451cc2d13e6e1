import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { createClock } from "../../src/clock.js";
import { createEngine } from "../../src/create-engine.js";
import { createInProcessFetch, type Fetch } from "../../src/http/in-process-fetch.js";
import { sayProblem } from "../../src/service/problem.js";
import { Refusal } from "../../src/service/refusal.js";
import { type Call, handler, type Service } from "../../src/service/service.js";
import type { OpenApiDocument } from "../../src/spec/openapi-types.js";
import { readSpecification } from "../../src/spec/specification.js";

class NoState {
  clone(): NoState {
    return new NoState();
  }
  settle(): void {}
}

export type Answers = Readonly<Record<string, (call: Call<unknown>) => unknown>>;

/** A `fetch` to a made-up service of ten lines, whose operations answer what the test says. */
export function tinyFetch(answers: Answers, strict = true): Fetch {
  const file = new URL("../fixtures/tiny.yaml", import.meta.url);
  const specification = readSpecification(parse(readFileSync(file, "utf8")) as OpenApiDocument);
  const service: Service<NoState> = {
    state: new NoState(),
    handlers: Object.entries(answers).map(([id, run]) => handler(id, run)),
    authenticate: ({ headers }) => {
      if (!headers.has("authorization")) throw new Refusal(401, "", "who are you?");
    },
    refusalFor: (problem) => new Refusal(statusOf(problem.kind), "", sayProblem(problem)),
    errorBody: ({ message }) => ({ message }),
  };
  const clock = createClock();
  const { router } = createEngine({
    specification,
    service,
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

function statusOf(kind: string): number {
  const statuses: Record<string, number> = { "no-handler": 501, "broken-answer": 500 };
  return statuses[kind] ?? 400;
}
