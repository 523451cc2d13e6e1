import { join, posix } from "node:path";
import { type JsonObject, readSecurity } from "@cloud-clients/openapi-model";
import { exists } from "../base/files.js";
import { InputError } from "../base/input-error.js";
import type { Api } from "../base/repository.js";
import type { PlannedFile } from "../base/write-files.js";
import { boundsFindings } from "../bundle/bounds.js";
import { bundleApi } from "../bundle/bundle-api.js";
import { requireSound } from "../bundle/require-sound.js";
import { apiNameProblem, quoted } from "../documents/names.js";
import { type ReadDocument, readDocument } from "../documents/read-document.js";
import type { Layer } from "../documents/references.js";
import type { Specs } from "../documents/specs.js";
import { isReserved } from "../documents/taken-names.js";
import { clientName, clientProblems, namesOfClient } from "../emit/client.js";
import { type ImportedDocument, importDocument } from "../import/import-document.js";
import { type ImportedPage, importPage, type PageFacts } from "../import/import-page.js";
import { httpsAddress, type Page } from "../import/load-page.js";
import { isDocument, planImport } from "../import/plan-import.js";
import { foreignProse } from "../lint/english-only.js";
import { exceptionsName } from "../lint/exceptions.js";
import { mechanicalCorrections } from "./corrections.js";
import { draftRules } from "./drafts.js";
import { type NewOverlay, overlayFile } from "./overlay-text.js";
import { ownersFile } from "./owners.js";
import { manifestsOfAllApis, packageFiles } from "./package-files.js";
import { sourceTable } from "./source-table.js";
import { teamPackageFiles } from "./team-package.js";
import { atOneAddress, type Choice, chooseOperations, readUpstream } from "./upstream.js";
import { lintExceptions, vendorHabits } from "./vendor-habits.js";
import type { Versions } from "./versions.js";

/** What a new API is made from. */
export interface ApiFacts {
  api: Api;
  /** YYYY-MM-DD */
  seen: string;
  /** https address of the page or document, where it is read from a file. */
  address?: string;
  /** Address of the service; overrides those in the document. */
  server?: string;
  choice: Choice;
  /** operationIds of lists that stay plain calls if no paging rule fits. */
  plain: readonly string[];
  /** Of what the package depends on; without them, it is a package of the workspace that holds those, too. */
  versions?: Versions | undefined;
}

/** A new API, ready to be written. */
export interface PreparedApi {
  files: PlannedFile[];
  operations: number;
  overlays: NewOverlay[];
  /** One line per thing that a person should know. */
  remarks: string[];
}

/**
 * Makes an API's specs and the package files that are not generated, in memory.
 *
 * @param isWhole whether the page is a whole document, not a page with a fragment.
 * @throws InputError when the name, the document or the choice is wrong, or when no rule fits a list's paging.
 */
export async function prepareApi(
  page: Page,
  isWhole: boolean,
  facts: ApiFacts,
): Promise<PreparedApi> {
  const { api, seen } = facts;
  const imported = await importOf(page, isWhole, facts);
  const upstream = readUpstream(imported);
  const wanted = chooseOperations(upstream.operations, facts.choice);
  if (wanted.length === 0) throw new InputError(`${page.name}: the document has no operation`);
  const { here: chosen, elsewhere, servers } = atOneAddress(wanted, upstream.document);
  if (chosen.length === 0 || (facts.choice.operations && elsewhere.length > 0)) {
    const why = "but a client sends its credential to the servers of the document alone";
    throw new InputError(...elsewhere.map((line) => `${page.name}: ${line}, ${why}; leave it out`));
  }
  const address = addressOf(upstream.address, upstream.document, page.name);
  const table = sourceTable({ api, upstream, chosen, address, servers, server: facts.server });
  const kept = (await planImport([imported])).files;
  const layer = isDocument(imported) ? "document" : "fragment";
  const plain = specsOf(api, [...kept, table], layer);
  const raw = bundled(plain);
  const { wrongExamples, brokenByPaths } = await vendorHabits(raw);
  const first = wrongExamples === undefined ? [] : [wrongExamples];
  const firstFiles = first.map((one) => overlayFile(api, one, seen));
  const { document } = bundleApi(specsOf(api, [...kept, table, ...firstFiles], layer));
  const taken = namesOfClient(api, document);
  const corrections = [...first, ...mechanicalCorrections(document, address, taken)];
  const correctionFiles = corrections.map((one) => overlayFile(api, one, seen));
  const corrected = bundleApi(specsOf(api, [...kept, table, ...correctionFiles], layer));
  const drafts = draftRules(corrected.document, facts.plain);
  const draftFiles = drafts.overlays.map((one) => overlayFile(api, one, seen));
  const files = [...kept, table, ...correctionFiles, ...draftFiles];
  const whole = bundleApi(specsOf(api, files, layer));
  requireSound(whole);
  const { versions } = facts;
  const around = await (versions === undefined
    ? packageFiles(api, whole.document)
    : teamPackageFiles(api, whole.document, versions));
  const shared = [
    ...(versions === undefined ? await manifestsOfAllApis(api) : []),
    lintExceptions(api, brokenByPaths),
    await ownersFile(api),
  ].filter((file) => file !== undefined);
  return {
    files: [...files, ...around, ...shared],
    operations: chosen.length,
    overlays: [...corrections, ...drafts.overlays],
    remarks: [
      ...("remarks" in imported ? imported.remarks : []),
      ...brokenByPaths.map(
        (rule) =>
          `its paths break ${rule}: ${api.specs}/${exceptionsName} excepts it from that rule`,
      ),
      ...elsewhere.map((line) => `${line}: it is left out`),
      ...foreignRemarks(whole.document),
      ...drafts.remarks,
      ...clientRemarks(api, whole.document),
    ],
  };
}

/** How many texts lint will refuse, because nobody but a translator can correct them. */
function foreignRemarks(document: JsonObject): string[] {
  const fields: string[] = [];
  const walk = (node: unknown, keys: readonly string[]): void => {
    if (typeof node !== "object" || node === null) return;
    for (const field of foreignProse(node).keys()) fields.push([...keys, field].join("/"));
    for (const [key, inner] of Object.entries(node)) walk(inner, [...keys, key]);
  };
  walk(document, []);
  const [first, ...others] = fields;
  if (first === undefined) return [];
  const more = others.length > 0 ? ` and ${others.length} more` : "";
  return [`not English: ${first}${more}; lint refuses them until an overlay translates them`];
}

/** Why no client is generated, or which ways to show who calls it leaves out. */
function clientRemarks(api: Api, document: JsonObject): string[] {
  const problems = clientProblems(document);
  if (problems.length === 0) {
    const { leftOut } = readSecurity(document);
    return leftOut.map((reason) => `the client leaves out one way to authenticate: ${reason}`);
  }
  const name = `create${clientName(api, document)}Client`;
  return [
    `no client is generated (${problems.join("; ")}): write ${name} by hand in ${api.package}/src`,
  ];
}

/**
 * Refuses a name that is taken, or that cannot name folders of specs and packages, and a package.
 *
 * @throws InputError saying why.
 */
export async function requireFreeName(api: Api): Promise<void> {
  const isPlain =
    apiNameProblem(api.name) === undefined && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(api.name);
  if (!isPlain) {
    throw new InputError(
      `${quoted(api.name)}: the name must be up to 64 lower-case letters and digits, starting with a letter, with single "-" in between`,
    );
  }
  if (isReserved(api.name))
    throw new InputError(`${api}: the name is a reserved word; choose another`);
  for (const folder of [api.specs, api.package]) {
    if (await exists(join(api.repository.root, folder))) {
      throw new InputError(`${api}: the name is taken: ${folder} exists; choose another`);
    }
  }
}

function importOf(
  page: Page,
  isWhole: boolean,
  { api, seen, address }: ApiFacts,
): Promise<ImportedPage | ImportedDocument> {
  const facts: PageFacts = { api: api.name, seen, ...(address === undefined ? {} : { address }) };
  return isWhole
    ? importDocument(api.repository, page, facts)
    : importPage(api.repository, page, facts);
}

/** The address the document was read from, otherwise the one that it names itself. */
function addressOf(known: string, document: JsonObject, name: string): string {
  if (known !== "unknown") return httpsAddress(known).href;
  const { url } = Object(document.externalDocs);
  if (typeof url === "string" && url.startsWith("https://")) return httpsAddress(url).href;
  throw new InputError(
    `${name}: the document's address is unknown; say where it is published: --address https://…`,
  );
}

/** Specs that are not written yet, judged as if they were read from their files. */
function specsOf(api: Api, files: readonly PlannedFile[], upstream: Layer): Specs {
  const documents = new Map<string, ReadDocument>();
  for (const { path, text } of files) {
    const below = path.slice(`${api.specs}/`.length);
    const folder = posix.dirname(below);
    const layer = layerOf(below, upstream);
    const start = layer === "overlay" ? "source" : folder;
    documents.set(path, readDocument(text, { file: path, layer, folder: start }));
  }
  return { api, documents };
}

function layerOf(below: string, upstream: Layer): Layer {
  if (below.startsWith("source/")) return "source";
  if (below.startsWith("overlays/")) return "overlay";
  return below === "upstream/PROVENANCE.yaml" ? "fragment" : upstream;
}

/** The bundle without corrections, bounded, so that walking it ends. */
function bundled(specs: Specs): JsonObject {
  const { document, trace } = bundleApi(specs);
  const unbounded = boundsFindings(document);
  if (unbounded.length > 0) {
    throw new InputError(
      ...unbounded.map(({ keys, message }) => trace.show(keys, "value", message)),
    );
  }
  return document;
}
