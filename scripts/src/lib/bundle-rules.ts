import { errorCodeProblems } from "../../../specs/rules/error-code-problems.js";
import { operationsOf } from "../../../specs/rules/operations-of.js";
import { paginationProblems } from "../../../specs/rules/pagination-problems.js";
import { writeProblems } from "../../../specs/rules/write-problems.js";
import type { Bundle } from "./bundle-api.js";
import { derefIn } from "./deref.js";
import { InputError } from "./input-error.js";
import { toPointer } from "./json-pointer.js";
import { showPlace } from "./repo-path.js";
import { unsafeNumbers } from "./unsafe-numbers.js";

/** Something wrong, and where in the bundle it stands. */
interface Finding {
  keys: (string | number)[];
  message: string;
  /** Set when the problem is that it is there at all. */
  about?: "key";
}

/**
 * Proves what the generator relies on: an operationId and a path shape stand once, rules name what
 * exists, and no number has lost digits.
 *
 * @throws InputError with one line per problem, each at the place that wrote it.
 */
export async function requireSound({ document, trace }: Bundle): Promise<void> {
  const findings: Finding[] = [
    ...repeatedIds(document.paths),
    ...repeatedShapes(document.paths),
    ...ruleFindings(document),
    ...errorCodeProblems(document).map(({ message, path }) => ({ message, keys: path })),
    ...unsafeNumbers(document),
  ];
  const lines: string[] = [];
  for (const { keys, message, about } of findings) {
    lines.push(`${showPlace(await trace.origin(toPointer(keys), about))}: ${message}`);
  }
  if (lines.length > 0) throw new InputError(...lines);
}

function repeatedIds(paths: unknown): Finding[] {
  const first = new Map<unknown, string>();
  return operationsOf(paths).flatMap(({ path, method, operation }) => {
    const id = operation.operationId;
    const name = `${method.toUpperCase()} ${path}`;
    const other = first.get(id);
    if (other === undefined || id === undefined) {
      first.set(id, name);
      return [];
    }
    const message = `the operationId "${id}" of ${name} is that of ${other} already`;
    return [{ keys: ["paths", path, method, "operationId"], message }];
  });
}

function repeatedShapes(paths: unknown): Finding[] {
  const first = new Map<string, string>();
  return Object.keys(paths ?? {}).flatMap((path) => {
    const shape = path.replaceAll(/\{[^}]*\}/g, "{}");
    const other = first.get(shape);
    if (other === undefined) {
      first.set(shape, path);
      return [];
    }
    const message = `the path ${path} is the same as ${other}`;
    return [{ keys: ["paths", path], message, about: "key" }];
  });
}

function ruleFindings(document: Bundle["document"]): Finding[] {
  const deref = derefIn(document);
  const operations = operationsOf(document.paths);
  const read = (id: string) =>
    operations.find((one) => one.method === "get" && one.operation.operationId === id)?.operation;
  return operations.flatMap(({ path, method, operation, pathItem }) => {
    const problems = [
      ...paginationProblems(operation, pathItem, deref),
      ...writeProblems(operation, read, deref),
    ];
    return problems.map((problem) => ({
      keys: ["paths", path, method, ...problem.path],
      message: `${method.toUpperCase()} ${path}: ${problem.message}`,
    }));
  });
}
