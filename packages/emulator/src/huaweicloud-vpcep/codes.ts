import type { Problem } from "../service/problem.js";
import { sayProblem } from "../service/problem.js";
import { Refusal } from "../service/refusal.js";

/** Error codes for a value that does not fit, by where it stands; the first that fits counts. */
const invalidCodes: readonly (readonly [RegExp, string])[] = [
  [/^query\/offset /, "EndPoint.0010"],
  [/^query\/limit /, "EndPoint.0006"],
  [/^query\/sort_key /, "EndPoint.0017"],
  [/^query\/sort_dir /, "EndPoint.0018"],
  [/^query\/status /, "EndPoint.0019"],
  [/^path\/project_id /, "EndPoint.0014"],
  [/^path\/vpc_endpoint_service_id /, "EndPoint.3062"],
  [/^path\/vpc_endpoint_id /, "EndPoint.2017"],
  [/^body\/ports maxItems$/, "EndPoint.3074"],
  [/^body\/ports\/\d+\/protocol /, "EndPoint.3075"],
  [/^body\/ports\/\d+\/(client|server)_port /, "EndPoint.3043"],
  [/^body\/service_name /, "EndPoint.3076"],
];

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
    case "missing-body":
      return new Refusal(504, "EndPoint.0011", message);
    case "not-json":
    case "unknown-cursor":
      return new Refusal(400, "EndPoint.0002", message);
    case "duplicate-entry":
      return new Refusal(400, "EndPoint.3044", message);
    case "invalid": {
      const found = `${problem.place}${problem.violation.at} ${problem.violation.keyword}`;
      const code = invalidCodes.find(([where]) => where.test(found))?.[1] ?? "EndPoint.0002";
      return new Refusal(400, code, message);
    }
  }
}
