import type { IncomingRequest } from "../http/incoming-request.js";
import { parseJson } from "../http/parse-json.js";
import type { Route } from "../http/router.js";
import { type Place, ProblemError } from "../service/problem.js";
import type { Call } from "../service/service.js";
import type { Operation } from "../spec/operation.js";
import { readParameterValues } from "../spec/read-parameter-values.js";
import type { Validator } from "../spec/validator.js";

/**
 * Path, query and body of a request, as the specification types them. Query parameters that the
 * specification does not know are passed over.
 *
 * @throws ProblemError when a part is missing or does not fit
 */
export function readInput(
  operation: Operation,
  route: Route,
  incoming: IncomingRequest,
  validator: Validator,
): Pick<Call<unknown>, "path" | "query" | "body"> {
  const { searchParams } = incoming.url;
  const read = (place: "path" | "query", textsOf: (name: string) => readonly string[]) => {
    const parameters = operation.parameters.filter((parameter) => parameter.in === place);
    const values = readParameterValues(parameters, textsOf);
    const key = `${operation.id} ${place}`;
    refuse(operation, place, validator.checkParameters(key, parameters, values));
    return values;
  };
  return {
    path: read("path", (name) => [route.params[name] ?? ""]),
    query: read("query", (name) => searchParams.getAll(name)),
    body: readBody(operation, incoming, validator),
  };
}

function readBody(operation: Operation, incoming: IncomingRequest, validator: Validator): unknown {
  if (operation.body === undefined) return undefined;
  if (incoming.text === "") {
    if (operation.body.required) throw new ProblemError({ kind: "missing-body" });
    return undefined;
  }
  const body = parseBody(incoming);
  refuse(operation, "body", validator.check("request", operation.body.pointer, body));
  return body;
}

function parseBody({ headers, text }: IncomingRequest): unknown {
  const mediaType = headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (mediaType !== undefined && mediaType !== "application/json") {
    throw new ProblemError({ kind: "not-json" });
  }
  try {
    return parseJson(text);
  } catch {
    throw new ProblemError({ kind: "not-json" });
  }
}

function refuse({ id }: Operation, place: Place, violation: ReturnType<Validator["check"]>): void {
  if (violation) throw new ProblemError({ kind: "invalid", operation: id, place, violation });
}
