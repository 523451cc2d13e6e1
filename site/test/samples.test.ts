import { dirname, join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { type ApiReference, operationsPage, withSamples } from "../src/api-reference.js";
import { readContent } from "../src/content.js";

const { root, apis } = await readContent();

/** A program that must not compile, as one of an operation. */
const wrong = {
  label: "wrong",
  source: 'import { client } from "./client.js";\nclient.GET("/nowhere");\n',
};

/** Where the programs of an API stand beside its sources, each with what it is called here. */
function programsOf(api: ApiReference): [file: string, source: string, name: string][] {
  const folder = join(root, "packages", api.name, "src", "samples");
  const client = `export declare const client: import("${api.packageName}").${api.clientType};\n`;
  const samples = api.operations.flatMap(({ found, samples }) =>
    samples.map((sample) => ({
      ...sample,
      label: `${found.operation.operationId}: ${sample.label}`,
    })),
  );
  return [
    [join(folder, "client.ts"), client, "client"],
    ...[...samples, wrong].map(({ label, source }, index): [string, string, string] => [
      join(folder, `${index}.ts`),
      source,
      label,
    ]),
  ];
}

/** What the programs of all APIs do not compile with against the packages: `program: problem`. */
function compileAll(): Map<string, string[]> {
  const programs = apis.flatMap(programsOf);
  const texts = new Map(programs.map(([file, source]) => [file, source]));
  const sourceOf = (name: string, entry: string): string =>
    join(root, "packages", name, "src", entry);
  const options: ts.CompilerOptions = {
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2022.d.ts", "lib.dom.d.ts"],
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUnusedLocals: true,
    noEmit: true,
    skipLibCheck: true,
    paths: {
      ...Object.fromEntries(
        apis.map(({ name, packageName }) => [packageName, [sourceOf(name, "index.ts")]]),
      ),
      "@cloud-clients/runtime": [sourceOf("runtime", "index.ts")],
      "@cloud-clients/runtime/*": [sourceOf("runtime", "*.ts")],
    },
  };
  const host = ts.createCompilerHost(options);
  const { directoryExists, fileExists, getSourceFile } = host;
  const folders = new Set([...texts.keys()].map(dirname));
  host.directoryExists = (name) => folders.has(name) || directoryExists?.(name) === true;
  host.fileExists = (file) => texts.has(file) || fileExists(file);
  host.getSourceFile = (file, version, ...rest) => {
    const text = texts.get(file);
    return text === undefined
      ? getSourceFile(file, version, ...rest)
      : ts.createSourceFile(file, text, version);
  };
  const compiled = ts.createProgram([...texts.keys()], options, host);
  const problems = new Map<string, string[]>();
  for (const api of apis) {
    const found = programsOf(api).flatMap(([file, , name]) =>
      ts
        .getPreEmitDiagnostics(compiled, compiled.getSourceFile(file))
        .map(({ messageText }) => `${name}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`),
    );
    problems.set(api.name, found);
  }
  return problems;
}

const problems = compileAll();

describe.each(apis)("the reference of $name", (api) => {
  it("shows a program for each operation, by its function first", () => {
    for (const { found, functions, samples } of api.operations) {
      const { operationId } = found.operation;
      expect(samples.length, String(operationId)).toBeGreaterThan(0);
      if (functions.length > 0) expect(functions).toContain(samples[0]?.label);
    }
    const { paths } = withSamples(api) as { paths: Record<string, Record<string, object>> };
    for (const { found, samples } of api.operations) {
      const shown = paths[found.path]?.[found.method];
      expect(shown).toMatchObject({
        "x-codeSamples": samples.map((sample) => ({ lang: "TypeScript", ...sample })),
      });
    }
  });

  it("leaves the document itself as it is", () => {
    withSamples(api);
    expect(JSON.stringify(api.document)).not.toContain("x-codeSamples");
  });

  it("shows programs that compile with the package", () => {
    const found = problems.get(api.name) ?? [];
    expect(found.filter((problem) => !problem.startsWith("wrong: "))).toEqual([]);
    // One that does not is noticed.
    expect(found).toHaveLength(1);
  });

  it("is listed, operation by operation, with every function", () => {
    for (const language of ["en", "zh"] as const) {
      const page = operationsPage(api, language);
      for (const { found, functions } of api.operations) {
        expect(page).toContain(`#operation/${found.operation.operationId})`);
        for (const name of functions) expect(page).toContain(`\`${name}\``);
      }
    }
  });
});
