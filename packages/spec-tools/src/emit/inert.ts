import ts from "typescript";
import { InputError } from "../base/input-error.js";

/**
 * Proves that generated TypeScript executes nothing when imported: it has only types, and constants whose
 * values are literals. This is the last line of defence, after all checks of names and strings.
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
      `${path}:${lineOf(file, active.getStart())}: would execute code when imported; ` +
        "generated files may contain only types and literals",
    );
  }
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
