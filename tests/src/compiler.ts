import { dirname, join } from "node:path";
import ts from "typescript";
import { root } from "./repo.js";

/** Declarations that are installed or built, which stay as they are: parsed once for all programs of a process. */
const lasting = new Map<string, ts.SourceFile>();

/** A host for programs on the files that are there, but for those given as texts. */
function hostFor(
  options: ts.CompilerOptions,
  texts: ReadonlyMap<string, string> = new Map(),
): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile;
  host.getSourceFile = (name, how, ...rest) => {
    const text = texts.get(name);
    if (text !== undefined) return ts.createSourceFile(name, text, how);
    const isLasting =
      name.startsWith(root) && /\/(?:node_modules|dist)\//.test(name.slice(root.length - 1));
    if (!isLasting) return read(name, how, ...rest);
    const key = `${name}: ${typeof how === "object" ? how.impliedNodeFormat : undefined}`;
    const parsed = lasting.get(key) ?? read(name, how, ...rest);
    if (parsed !== undefined) lasting.set(key, parsed);
    return parsed;
  };
  return host;
}

/** The options of a tsconfig.json, and the files that it names. */
export function readConfig(tsconfig: string): ts.ParsedCommandLine {
  const { config, error } = ts.readConfigFile(tsconfig, ts.sys.readFile);
  if (error !== undefined) throw new Error(ts.flattenDiagnosticMessageText(error.messageText, " "));
  return ts.parseJsonConfigFileContent(config, ts.sys, dirname(tsconfig), {}, tsconfig);
}

/** What files do not compile with: a line per problem, with the file and the line in it; none when all is well. */
export function problemsOf(files: readonly string[], options: ts.CompilerOptions): string[] {
  const program = ts.createProgram(files, options, hostFor(options));
  return ts
    .getPreEmitDiagnostics(program)
    .map((problem) => `${problem.file?.fileName} ${told(problem)}`);
}

function told({ file, start, messageText }: ts.Diagnostic): string {
  const line = file?.getLineAndCharacterOfPosition(start ?? 0).line ?? 0;
  return `${line + 1}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
}

const harborProgram = join(root, "tests/src/program.mts");

/**
 * What a program for `@cloud-clients/harbor` does not compile with: a line per problem, none when all is well. It is
 * compiled against the package as it stands in a checkout, and the runtime as it is built here.
 */
export function harborProblems(folder: string, program: string): string[] {
  const options: ts.CompilerOptions = {
    ...readConfig(join(root, "tests/tsconfig.json")).options,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
    paths: {
      "@cloud-clients/harbor": [join(folder, "packages/harbor/src/index.ts")],
      "@cloud-clients/runtime": [join(root, "packages/runtime/dist/index.d.ts")],
      "@cloud-clients/runtime/kit": [join(root, "packages/runtime/dist/kit.d.ts")],
    },
  };
  const host = hostFor(options, new Map([[harborProgram, program]]));
  const compiled = ts.createProgram([harborProgram], options, host);
  return ts.getPreEmitDiagnostics(compiled, compiled.getSourceFile(harborProgram)).map(told);
}
