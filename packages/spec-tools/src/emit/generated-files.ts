import { join } from "node:path";
import type { JsonObject } from "@cloud-clients/openapi-model";
import { InputError } from "../base/input-error.js";
import type { PlannedFile } from "../base/write-files.js";
import { bundleApi } from "../bundle/bundle-api.js";
import { requireSound } from "../bundle/bundle-rules.js";
import { exists } from "../documents/list-apis.js";
import { bundleFile } from "./bundle-file.js";
import { errorCodesFile } from "./error-codes-file.js";
import { operationsFile } from "./operations-file.js";
import { schemaFile } from "./schema-file.js";

/** A file that an API's specs come to, and how long it took to make. */
export interface GeneratedFile extends PlannedFile {
  ms: number;
}

/** All that an API's specs come to. */
export interface Generated {
  document: JsonObject;
  files: GeneratedFile[];
}

/**
 * Makes an API's bundle, schema.ts, operations.ts and (when it lists codes) error-codes.ts, in memory.
 *
 * @throws InputError when the specs are wrong or packages/<api> is missing.
 */
export async function generateFiles(root: string, api: string): Promise<Generated> {
  const files: GeneratedFile[] = [];
  let since = performance.now();
  const add = (path: string, text: string) => {
    const now = performance.now();
    files.push({ path, text, ms: now - since });
    since = now;
  };
  if (!(await exists(join(root, "packages", api)))) {
    throw new InputError(
      `packages/${api}: missing; make that folder with a package.json like its neighbours' ` +
        `for specs/${api}, then run: npx --yes pnpm@10 generate`,
    );
  }
  const bundle = await bundleApi(root, api);
  requireSound(bundle);
  add(`specs/${api}/openapi.yaml`, bundleFile(api, bundle.document));
  add(`packages/${api}/src/generated/schema.ts`, await schemaFile(api, bundle.document));
  add(`packages/${api}/src/generated/operations.ts`, operationsFile(api, bundle.document));
  const codes = errorCodesFile(api, bundle.document);
  if (codes !== undefined) add(`packages/${api}/src/generated/error-codes.ts`, codes);
  // Loads the TypeScript compiler, as schema-file.ts does: only who needs it pays.
  const { requireInert } = await import("./require-inert.js");
  for (const { path, text } of files) if (path.endsWith(".ts")) requireInert(path, text);
  return { document: bundle.document, files };
}
