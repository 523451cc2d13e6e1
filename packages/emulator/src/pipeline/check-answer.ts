import { ProblemError } from "../service/problem.js";
import type { Operation, ResponseShape } from "../spec/operation.js";
import type { Validator } from "../spec/validator.js";

/**
 * Makes sure that an answer is one the specification declares.
 *
 * @throws ProblemError `broken-answer` naming the status or the pointer
 */
export function checkAnswer(
  operation: Operation,
  status: number,
  body: unknown,
  validator: Validator,
): void {
  const shape = findShape(operation.responses, status);
  const broken = (detail: string) =>
    new ProblemError({ kind: "broken-answer", operation: operation.id, detail });
  if (shape === undefined) throw broken(`status ${status} is not declared`);
  if (shape.pointer === undefined) {
    if (body !== undefined) throw broken(`status ${status} is declared without a JSON body`);
    return;
  }
  if (body === undefined) throw broken(`status ${status} is declared with a JSON body`);
  const violation = validator.check("response", shape.pointer, body);
  if (violation) throw broken(`${status} ${violation.at || "/"} ${violation.message}`);
}

function findShape(
  responses: ReadonlyMap<string, ResponseShape>,
  status: number,
): ResponseShape | undefined {
  const family = `${Math.floor(status / 100)}XX`;
  return responses.get(String(status)) ?? responses.get(family) ?? responses.get("DEFAULT");
}
