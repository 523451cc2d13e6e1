import { join } from "node:path";
import { getAt, type JsonObject } from "@cloud-clients/openapi-model";
import { readText } from "../base/files.js";
import type { Api } from "../base/repository.js";
import type { PlannedFile } from "../base/write-files.js";

/**
 * The files of a new package that are not generated. They are written once; users maintain them from then on.
 *
 * @param document the API's bundle.
 */
export async function packageFiles(api: Api, document: JsonObject): Promise<PlannedFile[]> {
  return filesOfPackage(api, {
    "CHANGELOG.md": `# ${api.packageName}\n`,
    "package.json": manifestOf(api, document, {
      keywords: [`${api}`, "api-client", "openapi", "openapi-fetch", "typescript"],
      files: ["CHANGELOG.md", "dist", "openapi.yaml"],
      publishConfig: { access: "public", provenance: true },
      scripts: {
        generate: `node ../spec-tools/run.js generate ${api}`,
        check: `node ../spec-tools/run.js check ${api}`,
        lint: `node ../spec-tools/run.js lint ${api}`,
        build: `node ../spec-tools/run.js ship-spec openapi.yaml=${api} && pkgroll --clean-dist --sourcemap --target=es2022`,
        typecheck: "node ../../node_modules/typescript-7.0/bin/tsc --checkers 1",
        report: "api-extractor run --local",
        "check-report": "api-extractor run",
        test: "vitest run",
        prepack: "pnpm run build",
      },
      dependencies: { "@cloud-clients/runtime": "workspace:*" },
      devDependencies: {
        "@cloud-clients/api-contract": "workspace:*",
        "@microsoft/api-extractor": "catalog:",
        "@types/node": "catalog:",
        pkgroll: "catalog:",
        typescript: "catalog:",
        vitest: "catalog:",
      },
    }),
    "turbo.json": json(tasksOf(api)),
    "tsconfig.json": `{
  "extends": "../../tsconfig.base.json",
  "compilerOptions": {
    "noEmit": true,
    "lib": ["ES2023", "DOM", "DOM.Iterable", "DOM.AsyncIterable"],
    "types": ["node"]
  },
  "include": ["src", "test"]
}
`,
    "vitest.config.ts": 'export { default } from "../../vitest.base.js";\n',
    "test/rules.contract.test.ts": contractTest(api),
    "api-extractor.json": json({
      $schema:
        "https://developer.microsoft.com/json-schemas/api-extractor/v7/api-extractor.schema.json",
      extends: "../../api-extractor.base.json",
      mainEntryPointFilePath: "<projectFolder>/dist/index.d.ts",
    }),
  });
}

const firstVersion = "0.1.0";

/** The package.json of a new package in any repository, with what is particular to this one. */
export function manifestOf(api: Api, document: JsonObject, more: object): string {
  const { license, author } = api.repository.settings;
  return json({
    name: api.packageName,
    version: firstVersion,
    description: `Typed client for ${getAt(document, ["info", "title"])}, generated from its OpenAPI document.`,
    license,
    author,
    type: "module",
    sideEffects: false,
    engines: { node: ">=20.19" },
    exports: {
      ".": { types: "./dist/index.d.ts", default: "./dist/index.js" },
      "./openapi.yaml": "./openapi.yaml",
    },
    ...more,
  });
}

/** What a new package in any repository consists of, with files that are particular to this one; no text, no file. */
export async function filesOfPackage(
  api: Api,
  more: Readonly<Record<string, string | undefined>>,
): Promise<PlannedFile[]> {
  const files = {
    LICENSE: await readText(join(api.repository.root, "LICENSE")),
    "src/index.ts":
      'export * from "@cloud-clients/runtime";\nexport * from "./generated/index.js";\n',
    "src/version.ts": `/** Name and version of this package, as sent in \`User-Agent\`; the same as in package.json. */\nexport const userAgent = "${api.packageName}/${firstVersion}";\n`,
    ...more,
  };
  return Object.entries(files).flatMap(([file, text]) =>
    text === undefined ? [] : [{ path: `${api.package}/${file}`, text }],
  );
}

function contractTest(api: Api): string {
  return `import { fileURLToPath } from "node:url";
import { contractOf } from "@cloud-clients/api-contract";
import { describe, it } from "vitest";

const checkout = fileURLToPath(new URL("../../../", import.meta.url));

describe("the rules of ${api} against the stand-in", async () => {
  for (const { name, keep } of await contractOf(checkout, "${api}")) it(name, keep);
});
`;
}

/**
 * What turbo has to know of an API: its name, in the paths of what each task reads and writes. The rest is in the
 * turbo.json of the root.
 */
function tasksOf(api: Api) {
  const specs = `$TURBO_ROOT$/${api.specs}`;
  const bundle = `$TURBO_ROOT$/${api.bundle}`;
  const contract = "@cloud-clients/api-contract#build";
  return {
    extends: ["//"],
    tasks: {
      generate: { cache: true, inputs: [`${specs}/**`], outputs: ["src/generated/**", bundle] },
      check: { cache: true, inputs: [`${specs}/**`, "src/generated/**"] },
      lint: {
        cache: true,
        inputs: [`${specs}/**`, `$TURBO_ROOT$/${api.repository.settings.redocly}`],
      },
      build: {
        dependsOn: ["@cloud-clients/runtime#build"],
        inputs: ["$TURBO_EXTENDS$", bundle],
      },
      typecheck: { dependsOn: [contract] },
      test: { dependsOn: ["build", contract] },
    },
  };
}

/**
 * The package.json of each package that depends on all APIs, with this one as a dependency: specs/ makes the pages
 * about all of them, tests/ and benchmarks/ import them by name. One that is not there is left out.
 */
export async function manifestsOfAllApis(api: Api): Promise<PlannedFile[]> {
  const files: PlannedFile[] = [];
  for (const folder of [api.repository.settings.specs, "tests", "benchmarks"]) {
    const path = `${folder}/package.json`;
    const text = await readText(join(api.repository.root, path));
    if (text === undefined) continue;
    const manifest = JSON.parse(text) as { devDependencies?: Record<string, string> };
    const all = { ...manifest.devDependencies, [api.packageName]: "workspace:*" };
    const sorted = Object.entries(all).sort(([one], [other]) => (one < other ? -1 : 1));
    const devDependencies = Object.fromEntries(sorted);
    files.push({ path, text: json({ ...manifest, devDependencies }) });
  }
  return files;
}

/** JSON as package.json and its like are written. */
export function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
