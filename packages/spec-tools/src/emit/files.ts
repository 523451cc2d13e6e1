import { join } from "node:path";
import type { JsonObject } from "@cloud-clients/openapi-model";
import { dump } from "js-yaml";
import { exists } from "../base/files.js";
import { InputError } from "../base/input-error.js";
import type { Api } from "../base/repository.js";
import type { PlannedFile } from "../base/write-files.js";
import { type Bundle, bundleApi } from "../bundle/bundle-api.js";
import { describeBundle } from "../bundle/describe-bundle.js";
import { requireSound } from "../bundle/require-sound.js";
import { readSpecs, type Specs } from "../documents/specs.js";
import { callsFile } from "./calls.js";
import { clientFile, clientName } from "./client.js";
import { type Coverage, coverageFile, coverageOf } from "./coverage.js";
import { editsFile } from "./edits.js";
import { errorCodesFile } from "./error-codes.js";
import { indexFile } from "./index-file.js";
import { requireInert } from "./inert.js";
import { knownValuesFile } from "./known-values.js";
import { listsFile } from "./lists.js";
import { operationsFile } from "./operations.js";
import { pagesOfAll } from "./pages.js";
import { schemaFile } from "./schema.js";
import { signaturesOf } from "./signatures.js";
import { typesFile } from "./types.js";

/** A file generated from an API's specs, and how long it took. */
export interface GeneratedFile extends PlannedFile {
  ms: number;
}

/** Everything generated from an API's specs. */
interface Generated {
  document: JsonObject;
  coverage: Coverage;
  files: GeneratedFile[];
  /** A line for each overlay action that changes nothing; empty where those are refused. */
  idle: string[];
}

/**
 * Makes an API's bundle and what its package has of it, in memory. A file that would be empty, such as
 * lists.ts of an API without lists, is not made.
 *
 * @param specs what to generate from; by default, what is read from specs/<api>.
 * @param idle `report` takes overlay actions that change nothing.
 * @throws InputError when the specs are wrong or packages/<api> is missing.
 */
export async function generateFiles(
  api: Api,
  specs?: Specs,
  idle: "refuse" | "report" = "refuse",
): Promise<Generated> {
  const files: GeneratedFile[] = [];
  let since = performance.now();
  const add = (path: string, text: string) => {
    const now = performance.now();
    files.push({ path, text, ms: now - since });
    since = now;
  };
  if (!(await exists(join(api.repository.root, api.package)))) {
    throw new InputError(
      `${api.package}: missing; create that folder with a package.json like its neighbours' ` +
        `for ${api.specs}, then run: ${api.repository.command("generate")}`,
    );
  }
  // Docstrings say themselves what the bundle's descriptions say of retries and pages.
  const { document: plain, idle: superfluous } = soundBundle(specs ?? (await readSpecs(api)), idle);
  const document = describeBundle(plain);
  add(api.bundle, bundleFile(api, document));
  const modules: string[] = [];
  const addModule = (name: string, text: string | undefined) => {
    if (text === undefined) return;
    modules.push(name);
    add(`${api.package}/src/generated/${name}.ts`, text);
  };
  const client = `${clientName(api, plain)}Client`;
  const signatures = signaturesOf(api, plain);
  const operations = operationsFile(api, document);
  addModule("schema", await schemaFile(api, document, signatures.names.schemas));
  addModule("operations", operations);
  addModule("types", typesFile(api, plain, client, signatures));
  addModule("lists", listsFile(api, plain, client, signatures));
  addModule("edits", editsFile(api, plain, client, signatures));
  addModule("calls", callsFile(api, plain, client, signatures));
  addModule("client", clientFile(api, plain));
  addModule("error-codes", errorCodesFile(api, document));
  addModule("known-values", knownValuesFile(api, document));
  addModule("index", indexFile(api, modules, operations.includes("export type KnownRegion")));
  const coverage = coverageOf(document);
  if (pagesOfAll(api.repository).length > 0) {
    const { path, text } = coverageFile(api, coverage);
    add(path, text);
  }
  for (const { path, text } of files) if (path.endsWith(".ts")) requireInert(path, text);
  return { document, coverage, files, idle: superfluous };
}

/** The bundle alone: what it came from takes as much memory again. */
function soundBundle(specs: Specs, idle: "refuse" | "report"): Pick<Bundle, "document" | "idle"> {
  const bundle = bundleApi(specs, idle);
  requireSound(bundle);
  return { document: bundle.document, idle: bundle.idle };
}

/** The text of an API's bundle, specs/<api>/openapi.yaml. */
function bundleFile(api: Api, document: JsonObject): string {
  const header = `# Written by "${api.repository.command("generate")}" from ${api.specs}/source and ${api.specs}/overlays. Do not edit.\n`;
  return header + dump(document, { noRefs: true, lineWidth: -1 });
}
