import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { ApiName } from "../api-name.js";
import type { OpenApiDocument } from "./openapi-types.js";
import { readSpecification, type Specification } from "./specification.js";

const loaded = new Map<ApiName, Specification>();

/**
 * Reads the bundle that ships with this package. Emulators share it within a process: reading it
 * and compiling its schemas takes longer than most tests.
 */
export function loadSpecification(api: ApiName): Specification {
  const known = loaded.get(api);
  if (known !== undefined) return known;
  const specification = readSpecification(parse(readShipped(api)) as OpenApiDocument);
  loaded.set(api, specification);
  return specification;
}

function readShipped(api: ApiName): string {
  const file = new URL(`../../openapi/${api}.yaml`, import.meta.url);
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw new Error(`openapi/${api}.yaml is missing from @cloud-clients/emulator; build it first`, {
      cause,
    });
  }
}
