import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { getAt } from "@cloud-clients/openapi-model";
import ts from "typescript";
import { InputError } from "../base/input-error.js";
import type { Change } from "./change.js";

/** The TypeScript sources of a package, by path below its folder: `src/index.ts`. */
export type Sources = ReadonlyMap<string, string>;

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: true,
  noEmit: true,
  types: [],
};

/** What a raw client offers are all paths of the API; a difference in one must not make all functions differ. */
const opaqueClient = "export interface CloudClient<Paths extends {}> {}\n";

/** Maps of everything that the API has: what is gone from them is a change of the API. */
const maps = new Set(["components", "operations", "paths"]);

/**
 * What changed in what a package exports, asked of the compiler: which exports came and went, and which
 * functions no longer take or return what they did. A program for the version before compiles unless one of
 * these is breaking, or a property is gone, which the comparison of the bundles tells.
 *
 * @param folder the package's own, where its dependencies are installed.
 * @param explained whether something is known to be breaking: then a function whose text is the same is not
 * named once more.
 * @throws InputError when the runtime is not there.
 */
export function packageChanges(
  folder: string,
  before: Sources,
  after: Sources,
  explained: boolean,
): Change[] {
  const versions = new Versions(folder, { before, after });
  const [old, now] = [versions.exportsOf("before"), versions.exportsOf("after")];
  const changes: Change[] = [];
  for (const [name, symbol] of old) {
    const successor = now.get(name);
    if (successor === undefined) {
      const text = versions.describe(symbol, "before");
      changes.push(exported("breaking", name, "export removed", { before: text }));
    } else if (successor !== symbol) {
      changes.push(...versions.compare(name, symbol, successor, explained));
    }
  }
  for (const [name, symbol] of now) {
    if (old.has(name)) continue;
    const text = versions.describe(symbol, "after");
    changes.push(exported("additive", name, "export added", { after: text }));
  }
  return changes;
}

function exported(
  level: Change["level"],
  where: string,
  what: string,
  values: { before?: string; after?: string },
): Change {
  return { level, side: "package", where, what, ...values };
}

type Version = "before" | "after";

/** Parsed libraries and the runtime, for one process: APIs are compared one after another. */
const libraries = new Map<string, ts.SourceFile>();

/** Two versions of a package in one program. */
class Versions {
  readonly #folder: string;
  readonly #files = new Map<string, string>();
  readonly #program: ts.Program;
  readonly #checker: ts.TypeChecker;

  constructor(folder: string, sources: Record<Version, Sources>) {
    this.#folder = folder;
    for (const version of ["before", "after"] as const) {
      for (const [path, text] of sources[version]) this.#files.set(this.#path(version, path), text);
    }
    this.#program = ts.createProgram(
      [this.#index("before"), this.#index("after")],
      options,
      this.#host(),
    );
    this.#checker = this.#program.getTypeChecker();
  }

  /** What a version exports, by name; what it passes on from the runtime is the same symbol in both. */
  exportsOf(version: Version): Map<string, ts.Symbol> {
    const file = this.#program.getSourceFile(this.#index(version));
    const module = file && this.#checker.getSymbolAtLocation(file);
    if (module === undefined) throw new InputError(`${this.#folder}/src/index.ts: exports nothing`);
    const symbols = this.#checker.getExportsOfModule(module);
    return new Map(symbols.map((symbol) => [symbol.name, this.#resolved(symbol)]));
  }

  describe(symbol: ts.Symbol, version: Version): string {
    if ((symbol.flags & ts.SymbolFlags.Value) === 0) return `type ${symbol.name}`;
    return this.#text(this.#checker.getTypeOfSymbol(symbol), version);
  }

  compare(name: string, before: ts.Symbol, after: ts.Symbol, explained: boolean): Change[] {
    const members = maps.has(name) ? [] : this.#lostMembers(name, before, after);
    const lost = members.length > 0 ? members : this.#typeChanges(name, before, after);
    if ((before.flags & ts.SymbolFlags.Value) === 0) return lost;
    if ((after.flags & ts.SymbolFlags.Value) === 0) {
      return [exported("breaking", name, "is a type only", {})];
    }
    const [old, now] = [before, after].map((symbol) => this.#checker.getTypeOfSymbol(symbol));
    // Constants are tables that are read: what they hold must still be there.
    if (old === undefined || now === undefined || old.getCallSignatures().length === 0) return lost;
    const texts = { before: this.#text(old, "before"), after: this.#text(now, "after") };
    const same = texts.before === texts.after;
    if (!this.#checker.isTypeAssignableTo(now, old) || mostArguments(now) < mostArguments(old)) {
      if (same && explained) return [];
      const what = same ? "takes or returns other values" : "signature changed";
      return [exported("breaking", name, what, texts)];
    }
    return same ? [] : [exported("additive", name, "signature changed", texts)];
  }

  /** A type that somebody wrote; those that are generated are what the documents say, and are compared there. */
  #typeChanges(name: string, before: ts.Symbol, after: ts.Symbol): Change[] {
    const [from, to] = [before, after].map(({ declarations }) => declarations?.[0]);
    if ((before.flags & after.flags & ts.SymbolFlags.Type) === 0 || !from || !to) return [];
    if (/\/src\/generated\//.test(to.getSourceFile().fileName)) return [];
    if (from.getText() === to.getText()) return [];
    const [old, now] = [before, after].map((one) => this.#checker.getDeclaredTypeOfSymbol(one));
    if (old === undefined || now === undefined) return [];
    const isRead = this.#checker.isTypeAssignableTo(now, old);
    if (isRead && this.#checker.isTypeAssignableTo(old, now)) return [];
    return [exported(isRead ? "additive" : "breaking", name, "type changed", {})];
  }

  /** Members of a type or of a constant that are gone. */
  #lostMembers(name: string, before: ts.Symbol, after: ts.Symbol): Change[] {
    const [old, now] = [before, after].map((symbol) =>
      (symbol.flags & ts.SymbolFlags.Type) === 0
        ? this.#checker.getTypeOfSymbol(symbol)
        : this.#checker.getDeclaredTypeOfSymbol(symbol),
    );
    if (old === undefined || now === undefined) return [];
    return this.#lostBelow(name, old, now, 0);
  }

  #lostBelow(place: string, old: ts.Type, now: ts.Type, depth: number): Change[] {
    const isTable = (type: ts.Type): boolean =>
      type.isIntersection()
        ? type.types.every(isTable)
        : (type.flags & ts.TypeFlags.Object) !== 0 &&
          type.getCallSignatures().length === 0 &&
          !this.#checker.isArrayLikeType(type);
    // Of a choice, as the options of a client may be one, any part will do.
    const choices = partsOf(now);
    if (depth > 3 || ![...partsOf(old), ...choices].every(isTable)) return [];
    if (choices.some((type) => this.#checker.getIndexInfosOfType(type).length > 0)) return [];
    const properties = new Map(
      partsOf(old)
        .flatMap((type) => this.#checker.getPropertiesOfType(type))
        .map((property) => [property.name, property]),
    );
    return [...properties.values()].flatMap((property) => {
      const [own] = choices.flatMap((type) => {
        const found = this.#checker.getPropertyOfType(type, property.name);
        return found === undefined ? [] : [found];
      });
      const where = `${place}.${property.name}`;
      if (own === undefined) return [exported("breaking", where, "member removed", {})];
      const [inner, nowInner] = [property, own].map((one) =>
        this.#checker.getNonNullableType(this.#checker.getTypeOfSymbol(one)),
      );
      // A named type is compared under its own name.
      if (inner === undefined || nowInner === undefined || isNamed(inner)) return [];
      return this.#lostBelow(where, inner, nowInner, depth + 1);
    });
  }

  #text(type: ts.Type, version: Version): string {
    const flags =
      ts.TypeFormatFlags.NoTruncation |
      ts.TypeFormatFlags.UseAliasDefinedOutsideCurrentScope |
      ts.TypeFormatFlags.WriteArrowStyleSignature;
    const file = this.#program.getSourceFile(this.#index(version));
    const text = this.#checker.typeToString(type, file, flags);
    return text.replaceAll(/import\("[^"]*"\)\./g, "");
  }

  #resolved(symbol: ts.Symbol): ts.Symbol {
    return (symbol.flags & ts.SymbolFlags.Alias) === 0
      ? symbol
      : this.#checker.getAliasedSymbol(symbol);
  }

  #index(version: Version): string {
    return this.#path(version, "src/index.ts");
  }

  #path(version: Version, path: string): string {
    return posix(join(this.#folder, `.${version}`, path));
  }

  #host(): ts.CompilerHost {
    const host = ts.createCompilerHost(options);
    const files = this.#files;
    const runtime = findRuntime(this.#folder);
    // One for both versions, beside the runtime that it passes on.
    const kit = posix(join(this.#folder, ".runtime/kit.ts"));
    files.set(kit, `export * from ${JSON.stringify(runtime.kit)};\n${opaqueClient}`);
    const cache = ts.createModuleResolutionCache(this.#folder, (name) => name, options);
    return {
      ...host,
      fileExists: (file) => files.has(file) || host.fileExists(file),
      readFile: (file) => files.get(file) ?? host.readFile(file),
      getSourceFile: (file, version, onError, fresh) => {
        const text = files.get(file);
        if (text !== undefined) return ts.createSourceFile(file, text, version);
        const parsed = libraries.get(file) ?? host.getSourceFile(file, version, onError, fresh);
        if (parsed !== undefined) libraries.set(file, parsed);
        return parsed;
      },
      resolveModuleNameLiterals: (literals, from) =>
        literals.map(({ text }) => {
          const known: Record<string, string> = {
            "@cloud-clients/runtime": runtime.index,
            "@cloud-clients/runtime/kit": kit,
            [runtime.kit]: runtime.kit,
          };
          const own = files.has(from) ? known[text] : undefined;
          if (own !== undefined) {
            const extension = own.endsWith(".d.ts") ? ts.Extension.Dts : ts.Extension.Ts;
            return { resolvedModule: { resolvedFileName: own, extension } };
          }
          return ts.resolveModuleName(text, from, options, this.#moduleHost(host), cache);
        }),
    };
  }

  #moduleHost(host: ts.CompilerHost): ts.ModuleResolutionHost {
    const folders = [...this.#files.keys()].map((file) => file.slice(0, file.lastIndexOf("/")));
    return {
      fileExists: (file) => this.#files.has(file) || host.fileExists(file),
      readFile: (file) => this.#files.get(file) ?? host.readFile(file),
      directoryExists: (folder) =>
        folders.some((one) => one === folder || one.startsWith(`${folder}/`)) ||
        ts.sys.directoryExists(folder),
      ...(ts.sys.realpath && { realpath: ts.sys.realpath }),
    };
  }
}

/** How many arguments a function takes at most. */
function mostArguments(type: ts.Type): number {
  const counts = type.getCallSignatures().map(({ parameters, declaration }) => {
    const isOpen = declaration?.parameters.some(
      (one) => ts.isParameter(one) && one.dotDotDotToken !== undefined,
    );
    return isOpen ? Number.POSITIVE_INFINITY : parameters.length;
  });
  return Math.max(0, ...counts);
}

function partsOf(type: ts.Type): ts.Type[] {
  return type.isUnion() ? type.types : [type];
}

function isNamed(type: ts.Type): boolean {
  const name = type.aliasSymbol?.name ?? type.symbol?.name ?? "__type";
  return !name.startsWith("__");
}

/** The runtime's types: its sources where a checkout has them beside the package, else what is installed. */
function findRuntime(folder: string): { index: string; kit: string } {
  const beside = join(folder, "../runtime");
  if (nameIn(join(beside, "package.json")) === "@cloud-clients/runtime") {
    return { index: posix(join(beside, "src/index.ts")), kit: posix(join(beside, "src/kit.ts")) };
  }
  const installed = (name: string) => {
    const from = join(folder, "src/index.ts");
    const found = ts.resolveModuleName(name, from, options, ts.sys).resolvedModule;
    if (found !== undefined) return found.resolvedFileName;
    throw new InputError(
      `${posix(folder)}: ${name} is not installed; install the dependencies first`,
    );
  };
  return {
    index: installed("@cloud-clients/runtime"),
    kit: installed("@cloud-clients/runtime/kit"),
  };
}

function nameIn(manifest: string): unknown {
  return existsSync(manifest)
    ? getAt(JSON.parse(readFileSync(manifest, "utf8")), ["name"])
    : undefined;
}

function posix(path: string): string {
  return path.replaceAll("\\", "/");
}
