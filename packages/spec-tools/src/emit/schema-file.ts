import type { JsonObject } from "@cloud-clients/openapi-model";
import type { OpenAPI3 } from "openapi-typescript";
import { InputError, messageOf } from "../base/input-error.js";
import { setOpenEnumsAside, transform } from "./type-hooks.js";

const emptyAlias = /^export type (webhooks|\$defs) = Record<string, never>;\n/gm;

/**
 * The text of an API's schema.ts: `paths`, `components` and `operations` as types.
 *
 * Optional is what the bundle does not require, with or without a default; a bare `type: object` is open.
 *
 * @throws InputError when openapi-typescript refuses the bundle.
 */
export async function schemaFile(api: string, document: JsonObject): Promise<string> {
  // Loading the TypeScript compiler is most of a small run: only who needs it pays.
  const { default: openapiTS, astToString } = await import("openapi-typescript");
  const nodes = await openapiTS(setOpenEnumsAside(document) as unknown as OpenAPI3, {
    alphabetize: false,
    defaultNonNullable: false,
    emptyObjectsUnknown: true,
    silent: true,
    transform,
  }).catch((error) => {
    throw new InputError(`specs/${api}/openapi.yaml: no types can be made: ${messageOf(error)}`);
  });
  const header = `// Written by "pnpm generate" from specs/${api}/openapi.yaml. Do not edit.\n`;
  return header + astToString(nodes).replace(emptyAlias, "");
}
