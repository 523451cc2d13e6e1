import { join } from "node:path";
import type { JsonObject } from "@cloud-clients/openapi-model";
import { dump } from "js-yaml";
import { exists } from "../base/files.js";
import { InputError } from "../base/input-error.js";
import type { PlannedFile } from "../base/write-files.js";
import { bundleApi } from "../bundle/bundle-api.js";
import { describeBundle } from "../bundle/describe-bundle.js";
import { requireSound } from "../bundle/require-sound.js";
import { errorCodesFile } from "./error-codes.js";
import { requireInert } from "./inert.js";
import { knownValuesFile } from "./known-values.js";
import { operationsFile } from "./operations.js";
import { schemaFile } from "./schema.js";

/** A file that an API's specs come to, and how long it took to make. */
export interface GeneratedFile extends PlannedFile {
  ms: number;
}

/** All that an API's specs come to. */
interface Generated {
  document: JsonObject;
  files: GeneratedFile[];
}

/**
 * Makes an API's bundle, schema.ts, operations.ts and (when there are any) error-codes.ts and
 * known-values.ts, in memory.
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
  const document = describeBundle(bundle.document);
  add(`specs/${api}/openapi.yaml`, bundleFile(api, document));
  add(`packages/${api}/src/generated/schema.ts`, await schemaFile(api, document));
  add(`packages/${api}/src/generated/operations.ts`, operationsFile(api, document));
  const codes = errorCodesFile(api, document);
  if (codes !== undefined) add(`packages/${api}/src/generated/error-codes.ts`, codes);
  const known = knownValuesFile(api, document);
  if (known !== undefined) add(`packages/${api}/src/generated/known-values.ts`, known);
  for (const { path, text } of files) if (path.endsWith(".ts")) requireInert(path, text);
  return { document, files };
}

/** The text of an API's bundle, specs/<api>/openapi.yaml. */
function bundleFile(api: string, document: JsonObject): string {
  const header = `# Written by "pnpm generate" from specs/${api}/source and specs/${api}/overlays. Do not edit.\n`;
  return header + dump(document, { noRefs: true, lineWidth: -1 });
}
