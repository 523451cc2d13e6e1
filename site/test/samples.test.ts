import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { type ApiReference, operationsPage, withSamples } from "../src/api-reference.js";
import { readContent } from "../src/content.js";

const { root, apis } = await readContent();

/** What the programs of an API do not compile with against its package: `program: problem`. */
function problemsOf(api: ApiReference): string[] {
  const folder = join(root, "packages", api.name, "src", "samples");
  const programs = new Map(
    api.operations.flatMap(({ found, samples }) =>
      samples.map(({ label, source }, index) => [
        join(folder, `${found.operation.operationId}-${index}.ts`),
        { source, name: `${found.operation.operationId}, ${label}` },
      ]),
    ),
  );
  const client = `export declare const client: import("${api.packageName}").${api.clientType};\n`;
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
      [api.packageName]: [join(root, "packages", api.name, "src", "index.ts")],
      "@cloud-clients/runtime": [join(root, "packages/runtime/src/index.ts")],
      "@cloud-clients/runtime/*": [join(root, "packages/runtime/src/*.ts")],
    },
  };
  const texts = new Map([...programs].map(([file, { source }]) => [file, source]));
  texts.set(join(folder, "client.ts"), client);
  const host = ts.createCompilerHost(options);
  const { directoryExists, fileExists, getSourceFile } = host;
  host.directoryExists = (name) => name === folder || directoryExists?.(name) === true;
  host.fileExists = (file) => texts.has(file) || fileExists(file);
  host.getSourceFile = (file, version, ...rest) => {
    const text = texts.get(file);
    return text === undefined
      ? getSourceFile(file, version, ...rest)
      : ts.createSourceFile(file, text, version);
  };
  const compiled = ts.createProgram([...programs.keys()], options, host);
  return [...programs].flatMap(([file, { name }]) =>
    ts
      .getPreEmitDiagnostics(compiled, compiled.getSourceFile(file))
      .map(({ messageText }) => `${name}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`),
  );
}

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
    expect(problemsOf(api)).toEqual([]);
  });

  it("notices a program that does not compile", () => {
    const [first] = api.operations;
    if (first === undefined) throw new Error("there is no operation");
    const source = `import { nothing } from "${api.packageName}";\nimport { client } from "./client.js";\nclient.GET("/nowhere", nothing);\n`;
    const wrong = { ...first, samples: [{ label: "wrong", source }] };
    expect(problemsOf({ ...api, operations: [wrong] })).toHaveLength(2);
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
