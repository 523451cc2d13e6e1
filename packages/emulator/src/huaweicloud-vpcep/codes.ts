import type { Problem } from "../service/problem.js";
import { sayProblem } from "../service/problem.js";
import { Refusal } from "../service/refusal.js";
import { invalidCode } from "./invalid-codes.js";

/** Codes for an entry that stands twice in a list that is replaced whole, by the list. */
const duplicateCodes: Readonly<Record<string, string>> = {
  ports: "EndPoint.3044",
  whitelist: "EndPoint.2044",
  routetables: "EndPoint.1019",
};

/** This API's status and code for what the emulator found wrong. */
export function refusalFor(problem: Problem): Refusal {
  const message = sayProblem(problem);
  switch (problem.kind) {
    case "unknown-path":
      return new Refusal(404, "EndPoint.0005", message);
    case "wrong-method":
      return new Refusal(405, "EndPoint.0007", message, { allow: problem.allowed.join(", ") });
    case "no-handler":
      return new Refusal(501, "EndPoint.0001", message);
    case "broken-answer":
      return new Refusal(500, "EndPoint.0001", message);
    case "too-large":
      return new Refusal(413, "EndPoint.0002", message);
    case "foreign-host":
      return new Refusal(421, "EndPoint.0004", message);
    case "missing-body":
      return new Refusal(504, "EndPoint.0011", message);
    case "not-json":
    case "unknown-cursor":
      return new Refusal(400, "EndPoint.0002", message);
    case "duplicate-entry":
      return new Refusal(400, duplicateCodes[problem.list] ?? "EndPoint.0002", message);
    case "invalid": {
      const { operation, place, violation } = problem;
      const { at, missing } = violation;
      const pointer = missing === undefined ? at : `${at}/${missing}`;
      const found = `${operation} ${place}${pointer} ${violation.keyword}`;
      return new Refusal(400, invalidCode(found), message);
    }
  }
}
