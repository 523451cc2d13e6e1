import type { Problem } from "../engine/refusal.js";

/** Codes for an entry that stands twice in a list that is replaced whole, by the list. */
const duplicateCodes: Readonly<Record<string, string>> = {
  ports: "EndPoint.3044",
  whitelist: "EndPoint.2044",
  routetables: "EndPoint.1019",
};

/** Codes for everything else that is no wrong value. */
const codes: Readonly<Record<Exclude<Problem["kind"], "duplicate-entry" | "invalid">, string>> = {
  "broken-response": "EndPoint.0001",
  "foreign-host": "EndPoint.0004",
  "missing-body": "EndPoint.0011",
  "no-credential": "EndPoint.0003",
  "not-json": "EndPoint.0002",
  "stale-version": "EndPoint.0002",
  "too-large": "EndPoint.0002",
  "too-many-entries": "EndPoint.3074",
  "unknown-cursor": "EndPoint.0002",
  "unknown-path": "EndPoint.0005",
  "wrong-method": "EndPoint.0007",
};

/** This API's code for what the emulator found wrong. */
export function codeFor(problem: Problem): string {
  if (problem.kind === "duplicate-entry") return duplicateCodes[problem.list] ?? "EndPoint.0002";
  if (problem.kind !== "invalid") return codes[problem.kind];
  const { operation, place, violation } = problem;
  const { at, keyword, missing } = violation;
  const pointer = missing === undefined ? at : `${at}/${missing}`;
  return invalidCode(`${operation} ${place}${pointer} ${keyword}`);
}

/** The documents give a request without its body (EndPoint.0011) a status for servers that time out. */
export function statusFor({ kind }: Problem): number | undefined {
  return kind === "missing-body" ? 504 : undefined;
}

/**
 * Error codes for a value that does not fit, by operation, place and keyword, as in
 * `listEndpoints query/limit maximum`; the first that fits counts.
 */
const invalidCodes: readonly (readonly [RegExp, string])[] = [
  [/^createEndpoint body\/vpc_id (required|minLength)$/, "EndPoint.2011"],
  [/^createEndpoint body\/endpoint_service_id (required|minLength)$/, "EndPoint.2029"],
  [/^acceptOrRejectConnection body\/endpoints maxItems$/, "EndPoint.2031"],
  [/^acceptOrRejectConnection body\/endpoints minItems$/, "EndPoint.2002"],
  [/ body\/\w+ required$/, "EndPoint.0002"],
  [/ (query|body)\/offset /, "EndPoint.0010"],
  [/ (query|body)\/limit /, "EndPoint.0006"],
  [/ query\/sort_key /, "EndPoint.0017"],
  [/ query\/sort_dir /, "EndPoint.0018"],
  [/ query\/status /, "EndPoint.0019"],
  [/ (path\/resource_type|query\/type) /, "EndPoint.3070"],
  [/ path\/project_id /, "EndPoint.0014"],
  [/ (path\/vpc_endpoint_service_id|body\/endpoint_service_id) /, "EndPoint.3062"],
  [/ path\/vpc_endpoint_id /, "EndPoint.2017"],
  [/^acceptOrRejectConnection body\/action /, "EndPoint.2027"],
  [/^addOrRemoveServicePermissions body\/action /, "EndPoint.3035"],
  [/ body\/action /, "EndPoint.0007"],
  [/ body\/permissions\/\d+/, "EndPoint.3002"],
  [/ body\/(connections|endpoints)\/\d+/, "EndPoint.2017"],
  [/ body\/ports maxItems$/, "EndPoint.3074"],
  [/ body\/ports\/\d+\/protocol /, "EndPoint.3075"],
  [/ body\/ports\/\d+\/(client|server)_port /, "EndPoint.3043"],
  [/ body\/(endpoint_)?service_name /, "EndPoint.3076"],
  [/ body\/server_type /, "EndPoint.3021"],
  [/ body\/port_id /, "EndPoint.3003"],
  [/ body\/vip_port_id /, "EndPoint.3051"],
  [/ body\/vpc_id /, "EndPoint.0020"],
  [/ body\/subnet_id /, "EndPoint.0023"],
  [/ body\/port_ip /, "EndPoint.2041"],
  [/ body\/enable_dns /, "EndPoint.2033"],
  [/ body\/whitelist(\/\d+)? /, "EndPoint.2044"],
  [/ body\/routetables(\/\d+)? /, "EndPoint.1019"],
  [/ body\/policy_/, "EndPoint.2048"],
  [/^updateEndpointPolicy body minProperties$/, "EndPoint.2048"],
  [/ body\/\w*tags\w* maxItems$/, "EndPoint.3069"],
  [/ body\/\w*tags\w*\/\d+\/key /, "EndPoint.3072"],
  [/ body\/\w*tags\w*\/\d+\/values (uniqueItems)$/, "EndPoint.3071"],
  [/ body\/\w*tags\w*\/\d+\/value/, "EndPoint.3073"],
];

/** The code for one finding, written as in the table above; `EndPoint.0002` for all the others. */
function invalidCode(finding: string): string {
  return invalidCodes.find(([where]) => where.test(finding))?.[1] ?? "EndPoint.0002";
}
