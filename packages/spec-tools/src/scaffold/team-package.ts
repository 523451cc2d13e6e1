import { join } from "node:path";
import { derefIn, type JsonObject, parametersOf } from "@cloud-clients/openapi-model";
import { exists } from "../base/files.js";
import { type Api, configName } from "../base/repository.js";
import type { PlannedFile } from "../base/write-files.js";
import { clientFile, clientName, sampleOptions } from "../emit/client.js";
import { literal } from "../emit/literal.js";
import {
  type EditSignature,
  editNames,
  type ListSignature,
  signaturesOf,
} from "../emit/signatures.js";
import { exampleOf } from "./example.js";
import { filesOfPackage, json, manifestOf } from "./package-files.js";
import type { Versions } from "./versions.js";

/**
 * The files of a new package that are not generated, in a repository that takes spec-tools, runtime and emulator from
 * npm. They are written once; users maintain them from then on.
 *
 * @param document the API's bundle.
 */
export async function teamPackageFiles(
  api: Api,
  document: JsonObject,
  versions: Versions,
): Promise<PlannedFile[]> {
  const { root } = api.repository;
  const ranges = (...names: string[]) =>
    Object.fromEntries(names.map((one) => [one, versions[one] ?? "*"]));
  return filesOfPackage(api, {
    "package.json": manifestOf(api, document, {
      files: ["dist", "openapi.yaml"],
      scripts: {
        generate: `spec-tools generate ${api}`,
        check: `spec-tools check ${api}`,
        lint: `spec-tools lint ${api}`,
        build: `spec-tools ship-spec openapi.yaml=${api} && pkgroll --clean-dist --sourcemap --target=es2022`,
        typecheck: "tsc",
        test: "node --test",
        prepack: "npm run build",
      },
      dependencies: ranges("@cloud-clients/runtime"),
      devDependencies: ranges(
        "@cloud-clients/emulator",
        "@cloud-clients/spec-tools",
        "@types/node",
        "pkgroll",
        "typescript",
      ),
    }),
    "turbo.json": (await exists(join(root, "turbo.json"))) ? json(tasksOf(api)) : undefined,
    "tsconfig.json": json({
      compilerOptions: {
        target: "es2022",
        lib: ["es2023", "dom", "dom.iterable", "dom.asynciterable"],
        module: "nodenext",
        moduleResolution: "nodenext",
        types: ["node"],
        strict: true,
        exactOptionalPropertyTypes: true,
        noUncheckedIndexedAccess: true,
        verbatimModuleSyntax: true,
        skipLibCheck: true,
        checkJs: true,
        noEmit: true,
      },
      include: ["src", "test"],
    }),
  });
}

/** What turbo cannot see from the package's own folder: the specs that its tasks read. */
function tasksOf(api: Api) {
  const atRoot = (path: string) => `$TURBO_ROOT$/${path}`;
  const specs = [atRoot(`${api.specs}/**`), atRoot(configName)];
  return {
    extends: ["//"],
    tasks: {
      check: { inputs: ["$TURBO_DEFAULT$", ...specs] },
      lint: { inputs: [...specs, atRoot(api.repository.settings.redocly)] },
      build: { inputs: ["$TURBO_DEFAULT$", atRoot(api.bundle)] },
    },
  };
}

/**
 * The contract test of a new package: its lists and edits, called against a stand-in that knows only the bundle. It
 * tests what is built. Nothing for an API whose client is written by hand.
 */
export function contractTest(api: Api, document: JsonObject): PlannedFile | undefined {
  if (clientFile(api, document) === undefined) return undefined;
  const factory = `create${clientName(api, document)}Client`;
  const credentials = Object.keys(sampleOptions(api, document)).map((name) => `${name}: "any", `);
  const { lists, edits } = signaturesOf(api, document);
  const tests = [
    ...lists.flatMap((list) => listTest(document, list)),
    ...edits.flatMap((edit) => editTest(document, edit)),
  ];
  const imports = [factory, ...tests.flatMap(({ calls }) => calls)].sort();
  const text = `// What the functions of this package promise, tried out on a stand-in that knows only openapi.yaml. Written once by
// "${api.repository.command("new-api")}"; yours from then on. Build the package before you run it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createEmulator } from "@cloud-clients/emulator";
import {
${imports.map((name) => `  ${name},\n`).join("")}} from "${api.packageName}";

function open() {
  const emulator = createEmulator({ spec: new URL("../openapi.yaml", import.meta.url), items: 23 });
  return { emulator, client: ${factory}({ ${credentials.join("")}fetch: emulator.fetch }) };
}

test("a client is created without a request", () => {
  const { emulator } = open();
  assert.equal(emulator.requests.length, 0);
});
${tests.map((one) => one.text).join("")}`;
  return { path: `${api.package}/test/contract.test.js`, text };
}

interface FunctionTest {
  /** The functions that it imports. */
  calls: string[];
  text: string;
}

/** A list that asks for more than ids of resources is left to whoever knows what to ask for. */
function listTest(document: JsonObject, list: ListSignature): FunctionTest[] {
  const { operationId, query, filters, headers } = list;
  if ([query, filters, headers].some((input) => input?.required)) return [];
  const args = ["client", ...pathValues(document, list)].join(", ");
  const text = `
test("${operationId} returns every item once, and goes on from a checkpoint", async () => {
  const { emulator, client } = open();
  const { items } = await ${operationId}(${args}).collect();
  assert.equal(items.length, emulator.state.list("${operationId}").length);
  const pages = ${operationId}(${args}).pages();
  const first = await pages.next();
  assert.ok(!first.done);
  const from = first.value.checkpoint;
  const rest = await ${operationId}(${[args, ...left(list)].join(", ")}, { from }).collect();
  assert.deepEqual([...first.value.items, ...rest.items], items);
});
`;
  return [{ calls: [operationId], text }];
}

/** What stands between the ids of a list and its options. */
function left({ query, filters, headers }: ListSignature): string[] {
  return [filters, query, headers].filter((input) => input !== undefined).map(() => "undefined");
}

/** An edit below several ids, or of entries without an identity, is left to whoever knows them. */
function editTest(document: JsonObject, edit: EditSignature): FunctionTest[] {
  const { add, replace } = editNames(edit);
  if (add === undefined || replace === undefined || edit.path.length !== 1) return [];
  const [id = ""] = pathValues(document, edit);
  const entry = literal(exampleOf(edit.list.item, derefIn(document), "request"));
  const text = `
test("${replace} and ${add} write what is read back", async () => {
  const { client } = open();
  const emptied = await ${replace}(client, ${id}, [], { allowEmpty: true });
  assert.deepEqual(emptied.observed, []);
  const added = await ${add}(client, ${id}, [${entry}]);
  assert.equal(added.observed.length, 1);
});
`;
  return [{ calls: [add, replace], text }];
}

/** A value for each path argument, as source text: the document's own examples where it has some. */
function pathValues(
  document: JsonObject,
  { found, path }: ListSignature | EditSignature,
): string[] {
  const deref = derefIn(document);
  const parameters = parametersOf(found.operation, found.pathItem, deref);
  return path.map(({ wire }) => {
    const parameter = parameters.find(({ name, in: place }) => place === "path" && name === wire);
    const value =
      parameter?.example ?? exampleOf(parameter?.schema ?? { type: "string" }, deref, "request");
    return literal(value);
  });
}
