import type { OpenApiDocument } from "./openapi-types.js";
import type { Operation } from "./operation.js";
import { readOperations } from "./read-operations.js";
import { Validator } from "./validator.js";

/** What a bundle says, ready for use. */
export interface Specification {
  readonly operations: readonly Operation[];
  readonly validator: Validator;
}

/** Reads a bundle. @throws Error naming the place when the bundle makes no sense */
export function readSpecification(document: OpenApiDocument): Specification {
  return { operations: readOperations(document), validator: new Validator(document) };
}
