import { join } from "node:path";
import ts from "typescript";
import { root } from "./repo.js";

/** What a program for `@cloud-clients/harbor` does not compile with: a line per problem, none when all is well. */
export type Compile = (folder: string, program: string) => Promise<string[]>;

/**
 * Compiles programs against the package as it stands in a checkout and the runtime as it is built here. The
 * libraries are parsed once for all of them.
 */
export function compiler(): Compile {
  const { config } = ts.readConfigFile(join(root, "tests/tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, join(root, "tests"));
  const parsed = new Map<string, ts.SourceFile>();
  return async (folder, program) => {
    const file = join(root, "tests/src/program.mts");
    const host = ts.createCompilerHost(options);
    const read = host.getSourceFile;
    host.getSourceFile = (name, ...rest) => {
      if (name === file) return ts.createSourceFile(name, program, ts.ScriptTarget.ES2022);
      const known = parsed.get(name) ?? read(name, ...rest);
      // The package is another one every time.
      if (known !== undefined && !name.startsWith(folder)) parsed.set(name, known);
      return known;
    };
    const compiled = ts.createProgram(
      [file],
      {
        ...options,
        module: ts.ModuleKind.ESNext,
        moduleResolution: ts.ModuleResolutionKind.Bundler,
        types: [],
        paths: {
          "@cloud-clients/harbor": [join(folder, "packages/harbor/src/index.ts")],
          "@cloud-clients/runtime": [join(root, "packages/runtime/dist/index.d.ts")],
          "@cloud-clients/runtime/kit": [join(root, "packages/runtime/dist/kit.d.ts")],
        },
      },
      host,
    );
    return ts.getPreEmitDiagnostics(compiled, compiled.getSourceFile(file)).map((problem) => {
      const line = problem.file?.getLineAndCharacterOfPosition(problem.start ?? 0).line ?? 0;
      return `${line + 1}: ${ts.flattenDiagnosticMessageText(problem.messageText, " ")}`;
    });
  };
}
