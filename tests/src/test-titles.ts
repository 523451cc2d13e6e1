import ts from "typescript";

const functions = new Set(["describe", "it", "test"]);

/**
 * Titles of the tests and groups in a test file, as they stand between the quotation marks: `it("…")`,
 * `it.each(…)("…")`, and templates with their `${…}` unfilled. Tests that never run have none.
 */
export function testTitles(file: string, text: string): string[] {
  const titles: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const [title] = node.arguments;
      if (title && callsTest(node.expression)) {
        if (ts.isStringLiteralLike(title)) titles.push(title.text);
        if (ts.isTemplateExpression(title)) titles.push(title.getText().slice(1, -1));
      }
      if (skips(node.expression)) return;
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  return titles;
}

/** Whether it is `it`, or `it.each(…)` and its like, which is called with a title. */
function callsTest(called: ts.Expression): boolean {
  if (ts.isIdentifier(called)) return functions.has(called.text);
  if (!ts.isCallExpression(called) || !ts.isPropertyAccessExpression(called.expression))
    return false;
  const { expression, name } = called.expression;
  return name.text === "each" && ts.isIdentifier(expression) && functions.has(expression.text);
}

function skips(called: ts.Expression): boolean {
  return /^(describe|it|test)\.(skip|todo|skipIf|runIf)\b/.test(called.getText());
}
