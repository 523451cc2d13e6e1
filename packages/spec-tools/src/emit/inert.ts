import ts from "typescript";
import { InputError } from "../base/input-error.js";

/**
 * Proves that generated TypeScript does nothing when it is imported: it has types, constants whose values
 * are literals, and functions that only hand their arguments on, in one call. The last door: what came past every check of names and texts stops here.
 *
 * @throws InputError naming the first line that is something else.
 */
export function requireInert(path: string, text: string): void {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TS);
  const { diagnostics = [] } = ts.transpileModule(text, {
    fileName: path,
    reportDiagnostics: true,
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  });
  const [broken] = diagnostics;
  if (broken !== undefined) {
    const said = ts.flattenDiagnosticMessageText(broken.messageText, " ");
    throw new InputError(`${path}:${lineOf(file, broken.start ?? 0)}: would not compile: ${said}`);
  }
  const active = file.statements.find((statement) => !isInert(statement));
  if (active !== undefined) {
    throw new InputError(
      `${path}:${lineOf(file, active.getStart())}: would do something when it is imported; ` +
        "generated files have types, literals and functions of one call only",
    );
  }
}

function lineOf(file: ts.SourceFile, position: number): number {
  return file.getLineAndCharacterOfPosition(position).line + 1;
}

function isInert(statement: ts.Statement): boolean {
  if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) return true;
  if (ts.isImportDeclaration(statement)) return isSoundImport(statement);
  if (ts.isExportDeclaration(statement)) return isSoundExport(statement);
  if (ts.isFunctionDeclaration(statement)) return isPlainCall(statement);
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
const valueSources = ["@cloud-clients/runtime/kit", "../version.js", "./operations.js"];

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
 * A function that returns what one call of a named function returns, and does nothing else: its
 * parameters are names without defaults, and so is what it calls.
 */
function isPlainCall({ asteriskToken, modifiers, name, parameters, body }: ts.FunctionDeclaration) {
  const [only, ...more] = body?.statements ?? [];
  if (asteriskToken !== undefined || name === undefined || more.length > 0) return false;
  if (modifiers?.some(({ kind }) => kind !== ts.SyntaxKind.ExportKeyword)) return false;
  if (!parameters.every(isPlainParameter)) return false;
  if (only === undefined || !ts.isReturnStatement(only) || only.expression === undefined)
    return false;
  const call = only.expression;
  return (
    ts.isCallExpression(call) &&
    call.questionDotToken === undefined &&
    ts.isIdentifier(call.expression) &&
    call.arguments.every(isArgument)
  );
}

function isPlainParameter({
  name,
  initializer,
  dotDotDotToken,
  modifiers,
}: ts.ParameterDeclaration) {
  const plain = initializer === undefined && dotDotDotToken === undefined;
  return plain && modifiers === undefined && ts.isIdentifier(name);
}

/** A literal, a name, a rule, or an object of such. */
function isArgument(node: ts.Expression): boolean {
  if (ts.isIdentifier(node)) return true;
  if (ts.isPropertyAccessExpression(node)) {
    return ts.isIdentifier(node.expression) && node.expression.text === "rules";
  }
  if (!ts.isObjectLiteralExpression(node)) return isLiteral(node);
  return node.properties.every((property) => {
    if (ts.isShorthandPropertyAssignment(property)) {
      return property.objectAssignmentInitializer === undefined;
    }
    return (
      ts.isPropertyAssignment(property) &&
      isPlainKey(property.name) &&
      isArgument(property.initializer)
    );
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
