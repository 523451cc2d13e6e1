import { readFileSync } from "node:fs";
import { isObject } from "@cloud-clients/openapi-model";
import { parse } from "yaml";
import { type Operation, readOperations } from "./operations.js";
import { Validator } from "./validator.js";

/** What a bundle says, ready for use. */
export interface Specification {
  readonly operations: readonly Operation[];
  readonly validator: Validator;
}

/** Reads a bundle. @throws Error naming the place when the bundle makes no sense */
export function readSpecification(document: unknown): Specification {
  if (!isObject(document)) throw new Error("an OpenAPI document must be a mapping");
  return { operations: readOperations(document), validator: new Validator(document) };
}

const loaded = new Map<string, Specification>();

/**
 * Reads a bundle from its file. Emulators share it within a process: reading it and compiling its
 * schemas takes longer than most tests.
 *
 * @throws Error when there is no such file
 */
export function loadSpecification(file: URL): Specification {
  const known = loaded.get(file.href);
  if (known !== undefined) return known;
  const specification = readSpecification(parse(readShipped(file)));
  loaded.set(file.href, specification);
  return specification;
}

function readShipped(file: URL): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    const message = `${file.pathname} is missing from @cloud-clients/emulator; build it first`;
    throw new Error(message, { cause });
  }
}
