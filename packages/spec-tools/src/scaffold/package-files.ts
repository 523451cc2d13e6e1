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
  const version = "0.1.0";
  const { root, settings } = api.repository;
  const name = api.packageName;
  const title = String(getAt(document, ["info", "title"]));
  const license = await readText(join(root, "LICENSE"));
  const files: Record<string, string | undefined> = {
    "CHANGELOG.md": `# ${name}\n`,
    LICENSE: license,
    "package.json": json({
      name,
      version,
      description: `Typed client for ${title}, generated from its OpenAPI document.`,
      license: settings.license,
      type: "module",
      sideEffects: false,
      engines: { node: ">=20.19" },
      exports: {
        ".": { types: "./dist/index.d.ts", default: "./dist/index.js" },
        "./openapi.yaml": "./openapi.yaml",
      },
      files: ["CHANGELOG.md", "dist", "openapi.yaml"],
      scripts: {
        build: `tsx ../spec-tools/src/cli.ts ship-spec openapi.yaml=${api} && pkgroll --clean-dist --sourcemap --target=es2022`,
        typecheck: "tsc -p tsconfig.json",
        report: "api-extractor run --local",
        "check-report": "api-extractor run",
        prepack: "pnpm run build",
      },
      dependencies: { "@cloud-clients/runtime": "workspace:*" },
      devDependencies: {
        "@microsoft/api-extractor": "catalog:",
        pkgroll: "catalog:",
        tsx: "catalog:",
        typescript: "catalog:",
      },
    }),
    "tsconfig.json": `{
  "extends": "../../tsconfig.base.json",
  "compilerOptions": {
    "noEmit": true
  },
  "include": ["src"]
}
`,
    "api-extractor.json": json({
      $schema:
        "https://developer.microsoft.com/json-schemas/api-extractor/v7/api-extractor.schema.json",
      extends: "../../api-extractor.base.json",
      mainEntryPointFilePath: "<projectFolder>/dist/index.d.ts",
    }),
    "src/index.ts":
      'export * from "@cloud-clients/runtime";\nexport * from "./generated/index.js";\n',
    "src/version.ts": `/** Name and version of this package, as sent in \`User-Agent\`; a test checks it. */\nexport const userAgent = "${name}/${version}";\n`,
  };
  return Object.entries(files).flatMap(([file, text]) =>
    text === undefined ? [] : [{ path: `${api.package}/${file}`, text }],
  );
}

/**
 * The package.json of tests/ and of benchmarks/ with the package as a dependency, so that both find it; none of a
 * folder that is not there.
 */
export async function manifestsOfAllApis(api: Api): Promise<PlannedFile[]> {
  const files: PlannedFile[] = [];
  for (const path of ["tests/package.json", "benchmarks/package.json"]) {
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

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
