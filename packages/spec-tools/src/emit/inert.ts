import ts from "typescript";
import { InputError } from "../base/input-error.js";

/**
 * Proves that generated TypeScript does nothing when it is imported: it has types, and constants whose
 * values are literals. The last door: what came past every check of names and texts stops here.
 *
 * @throws InputError naming the first line that is something else.
 */
export function requireInert(path: string, text: string): void {
  const { file, diagnostics } = parse(path, text);
  const [broken] = diagnostics;
  if (broken !== undefined) {
    const said = ts.flattenDiagnosticMessageText(broken.messageText, " ");
    throw new InputError(`${path}:${lineOf(file, broken.start ?? 0)}: would not compile: ${said}`);
  }
  const active = file.statements.find((statement) => !isInert(statement));
  if (active !== undefined) {
    throw new InputError(
      `${path}:${lineOf(file, active.getStart(file))}: would do something when it is imported; ` +
        "generated files have types and literals only",
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

function lineOf(file: ts.SourceFile, position: number): number {
  return file.getLineAndCharacterOfPosition(position).line + 1;
}

function isInert(statement: ts.Statement): boolean {
  if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) return true;
  if (ts.isImportDeclaration(statement)) return statement.importClause?.isTypeOnly === true;
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
        (ts.isIdentifier(property.name) || ts.isStringLiteral(property.name)) &&
        property.name.text !== "__proto__" &&
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
