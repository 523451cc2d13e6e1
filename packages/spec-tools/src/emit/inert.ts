import ts from "typescript";
import { InputError } from "../base/input-error.js";
import { endOfPlainTypes } from "./plain-types.js";

/**
 * Proves that generated TypeScript executes nothing when imported: it has only types, constants whose
 * values are literals, and functions that hand their arguments on in one call. This is the last line of
 * defence, after all checks of names and strings.
 *
 * @throws InputError naming the first line that is something else.
 */
export function requireInert(path: string, text: string): void {
  const end = endOfPlainTypes(text);
  const lineAt = (offset: number) => text.slice(0, end + offset).split("\n").length;
  const { file, diagnostics } = parse(path, text.slice(end));
  const [broken] = diagnostics;
  if (broken !== undefined) {
    const said = ts.flattenDiagnosticMessageText(broken.messageText, " ");
    throw new InputError(`${path}:${lineAt(broken.start ?? 0)}: would not compile: ${said}`);
  }
  const known = namesOf(file);
  const active = file.statements.find((statement) => !isInert(statement, known));
  if (active !== undefined) {
    throw new InputError(
      `${path}:${lineAt(active.getStart(file))}: would execute code when imported; ` +
        "generated files may contain only types, literals, and functions of one call",
    );
  }
}

/** The file as the compiler reads it, read once, and where it is not TypeScript. */
function parse(
  path: string,
  text: string,
): { file: ts.SourceFile; diagnostics: readonly ts.Diagnostic[] } {
  const file = ts.createSourceFile(path, text, {
    languageVersion: ts.ScriptTarget.ES2022,
    // Comments take most of the time, and do nothing.
    jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
  });
  const program = ts.createProgram({
    rootNames: [path],
    options: { target: ts.ScriptTarget.ES2022, noLib: true, noResolve: true },
    host: {
      fileExists: (name) => name === path,
      getCanonicalFileName: (name) => name,
      getCurrentDirectory: () => "",
      getDefaultLibFileName: () => "",
      getNewLine: () => "\n",
      getSourceFile: (name) => (name === path ? file : undefined),
      readFile: () => undefined,
      useCaseSensitiveFileNames: () => true,
      writeFile: () => undefined,
    },
  });
  return { file, diagnostics: program.getSyntacticDiagnostics(file) };
}

/** The names that the functions of a file may use. */
interface Names {
  /** Functions of the kit. */
  kit: ReadonlySet<string>;
  /** Other imports, and constants. */
  values: ReadonlySet<string>;
  /** Imports of all that a file beside has. */
  spaces: ReadonlySet<string>;
}

function namesOf({ statements }: ts.SourceFile): Names {
  const [kit, values, spaces] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const statement of statements) {
    if (ts.isImportDeclaration(statement) && isSoundImport(statement)) {
      const { moduleSpecifier, importClause } = statement;
      const bindings = importClause?.isTypeOnly ? undefined : importClause?.namedBindings;
      if (bindings === undefined) continue;
      const isKit = ts.isStringLiteral(moduleSpecifier) && moduleSpecifier.text === kitModule;
      if (ts.isNamespaceImport(bindings)) spaces.add(bindings.name.text);
      else for (const { name } of bindings.elements) (isKit ? kit : values).add(name.text);
    } else if (ts.isVariableStatement(statement)) {
      for (const { name } of statement.declarationList.declarations) {
        if (ts.isIdentifier(name)) values.add(name.text);
      }
    }
  }
  return { kit, values, spaces };
}

function isInert(statement: ts.Statement, known: Names): boolean {
  if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) return true;
  if (ts.isImportDeclaration(statement)) return isSoundImport(statement);
  if (ts.isExportDeclaration(statement)) return isSoundExport(statement);
  if (ts.isFunctionDeclaration(statement)) return isPlainCall(statement, known);
  if (!ts.isVariableStatement(statement)) return false;
  const { flags, declarations } = statement.declarationList;
  return (
    (flags & ts.NodeFlags.Const) !== 0 &&
    declarations.every(
      ({ name, initializer }) =>
        ts.isIdentifier(name) && initializer !== undefined && isLiteral(initializer),
    )
  );
}

/** Where generated files may take values from: the kit, and files beside them that were proven likewise. */
const kitModule = "@cloud-clients/runtime/kit";
const valueSources = [kitModule, "../version.js", "./operations.js"];

function isSoundImport({ importClause, moduleSpecifier }: ts.ImportDeclaration): boolean {
  if (importClause === undefined) return false;
  const from = ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : "";
  return importClause.isTypeOnly || valueSources.includes(from);
}

/** Hands on what a generated file beside it exports. */
function isSoundExport({ moduleSpecifier }: ts.ExportDeclaration): boolean {
  return (
    moduleSpecifier !== undefined &&
    ts.isStringLiteral(moduleSpecifier) &&
    /^\.\/[a-z][a-z-]*\.js$/.test(moduleSpecifier.text)
  );
}

/**
 * A function that returns what one call of a function of the kit returns, and does nothing else: its
 * parameters are names without defaults, and it hands on only these, literals, constants and imports.
 */
function isPlainCall(declaration: ts.FunctionDeclaration, known: Names): boolean {
  const { asteriskToken, modifiers, name, parameters, body } = declaration;
  const [only, ...more] = body?.statements ?? [];
  if (asteriskToken !== undefined || name === undefined || more.length > 0) return false;
  if (modifiers?.some(({ kind }) => kind !== ts.SyntaxKind.ExportKeyword)) return false;
  if (!parameters.every(isPlainParameter)) return false;
  if (only === undefined || !ts.isReturnStatement(only) || only.expression === undefined)
    return false;
  const call = only.expression;
  const own = parameters.flatMap(({ name }) => (ts.isIdentifier(name) ? [name.text] : []));
  return (
    ts.isCallExpression(call) &&
    call.questionDotToken === undefined &&
    ts.isIdentifier(call.expression) &&
    known.kit.has(call.expression.text) &&
    !own.includes(call.expression.text) &&
    call.arguments.every((argument) => isArgument(argument, { ...known, own }))
  );
}

function isPlainParameter(parameter: ts.ParameterDeclaration): boolean {
  const { name, initializer, dotDotDotToken, modifiers } = parameter;
  const plain = initializer === undefined && dotDotDotToken === undefined;
  return plain && modifiers === undefined && ts.isIdentifier(name);
}

/** A literal, a parameter, a constant, an import, or an object of such. */
function isArgument(node: ts.Expression, known: Names & { own: readonly string[] }): boolean {
  const isKnown = (name: string) => known.own.includes(name) || known.values.has(name);
  if (ts.isIdentifier(node)) return isKnown(node.text);
  if (ts.isPropertyAccessExpression(node)) {
    const { expression, questionDotToken } = node;
    if (questionDotToken !== undefined || !ts.isIdentifier(expression)) return false;
    return known.spaces.has(expression.text) && !known.own.includes(expression.text);
  }
  if (!ts.isObjectLiteralExpression(node)) return isLiteral(node);
  return node.properties.every((property) => {
    if (ts.isShorthandPropertyAssignment(property)) {
      return property.objectAssignmentInitializer === undefined && isKnown(property.name.text);
    }
    const assigned = ts.isPropertyAssignment(property) && isPlainKey(property.name);
    return assigned && isArgument(property.initializer, known);
  });
}

function isPlainKey(name: ts.PropertyName): boolean {
  return (ts.isIdentifier(name) || ts.isStringLiteral(name)) && name.text !== "__proto__";
}

/** Strings, numbers, true, false, null, and lists and objects of such; with `as const` or `satisfies`. */
function isLiteral(node: ts.Expression): boolean {
  if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) return isLiteral(node.expression);
  if (ts.isPrefixUnaryExpression(node)) {
    return node.operator === ts.SyntaxKind.MinusToken && ts.isNumericLiteral(node.operand);
  }
  if (ts.isArrayLiteralExpression(node)) return node.elements.every(isLiteral);
  if (ts.isObjectLiteralExpression(node)) {
    return node.properties.every(
      (property) =>
        ts.isPropertyAssignment(property) &&
        isPlainKey(property.name) &&
        isLiteral(property.initializer),
    );
  }
  return (
    ts.isStringLiteral(node) ||
    ts.isNumericLiteral(node) ||
    node.kind === ts.SyntaxKind.TrueKeyword ||
    node.kind === ts.SyntaxKind.FalseKeyword ||
    node.kind === ts.SyntaxKind.NullKeyword
  );
}
