import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { JsonObject } from "@cloud-clients/openapi-model";
import openapiTS, { astToString, type OpenAPI3 } from "openapi-typescript";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { findRepository } from "../src/base/repository.js";
import { knownApis } from "../src/documents/specs.js";
import { schemaFile } from "../src/emit/schema.js";
import { tinyApi } from "./tiny-repo.js";

const root = new URL("../../../", import.meta.url).pathname;
const bundles = (await knownApis(findRepository(root))).map(({ bundle }) => bundle);

/** What is not ours to decide: our extensions, each of which changes a type on purpose. */
function withoutExtensions(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutExtensions);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => !key.startsWith("x-"));
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutExtensions(inner)]));
}

// The parts of openapi-typescript that make types are loaded one by one, past its own entry.
describe("the types of a bundle are those of openapi-typescript's own entry", () => {
  it.each([...bundles, "tests/apis/northgate-compute.yaml"])(
    "%s",
    { timeout: 60_000 },
    async (path) => {
      const document = withoutExtensions(parse(await readFile(join(root, path), "utf8")));
      const nodes = await openapiTS(structuredClone(document) as OpenAPI3, {
        defaultNonNullable: false,
        emptyObjectsUnknown: true,
        silent: true,
      });
      const expected = astToString(nodes).replace(/^export type (webhooks|\$defs) = .*\n/gm, "");
      const [, ...lines] = (await schemaFile(tinyApi, document as JsonObject, new Map())).split(
        "\n",
      );
      expect(lines.join("\n")).toBe(expected);
    },
  );
});
