import {
  derefIn,
  errorCodeProblems,
  getAt,
  isObject,
  listOf,
  operationsOf,
  otherAddresses,
  readPagination,
  writeSemantics,
} from "@cloud-clients/openapi-model";
import { InputError } from "../base/input-error.js";
import { type Finding, judgeDocument } from "../documents/judge.js";
import { quoted, serverProblem } from "../documents/names.js";
import { isRounded } from "../documents/numbers.js";
import { boundsFindings } from "./bounds.js";
import type { Bundle } from "./bundle-api.js";

/**
 * Proves that what the overlays came to can be read: no reference leads out of it, names and texts are such, and who
 * walks through its schemas comes to an end.
 *
 * @returns the places of integers beyond 2^53.
 * @throws InputError with one line per problem, each at the place that wrote it.
 */
export function requireFit({ document, trace }: Bundle): readonly Finding["keys"][] {
  const { findings, large } = judgeDocument(document, "bundle", "");
  const unfit = [...findings, ...boundsFindings(document)];
  if (unfit.length > 0) throw new InputError(...describe(unfit, trace));
  return large;
}

/**
 * Proves what the generator relies on: the bundle is fit to become code, an operationId and a path shape stand once,
 * rules name what exists, and no number has lost digits.
 *
 * @throws InputError with one line per problem, each at the place that wrote it.
 */
export function requireSound(bundle: Bundle): void {
  const { document, trace } = bundle;
  const large = requireFit(bundle);
  const findings: Finding[] = [
    ...serverFindings(document),
    ...repeatedIds(document.paths),
    ...repeatedShapes(document.paths),
    ...ruleFindings(document),
    ...errorCodeProblems(document).map(({ message, path }) => ({ message, keys: path })),
    ...roundedNumbers(bundle, large),
  ];
  if (findings.length > 0) throw new InputError(...describe(findings, trace));
}

function describe(findings: readonly Finding[], trace: Bundle["trace"]): string[] {
  return findings.map(({ keys, message, about }) => trace.show(keys, about ?? "value", message));
}

/** Where a client sends its credentials: by default, and with each value that a variable is said to have. */
function serverFindings(document: Bundle["document"]): Finding[] {
  const servers = listOf(document.servers);
  return [
    ...servers.flatMap((server, index) => {
      const keys = ["servers", index];
      const message = serverProblem(getAt(server, ["url"]));
      if (message !== undefined) return [{ keys: [...keys, "url"], message }];
      return variableFindings(server, keys);
    }),
    ...otherServers(document),
  ];
}

function variableFindings(server: unknown, keys: Finding["keys"]): Finding[] {
  const url = String(getAt(server, ["url"]));
  const variables = getAt(server, ["variables"]);
  return Object.entries(isObject(variables) ? variables : {}).flatMap(([name, variable]) => {
    const values = [getAt(variable, ["default"]), ...listOf(getAt(variable, ["enum"]))];
    const wrong = values.find((value) => {
      const isNone = value === undefined || value === "";
      const text = typeof value === "string" ? value : JSON.stringify(value);
      return !isNone && serverProblem(url.replaceAll(`{${name}}`, text)) !== undefined;
    });
    if (wrong === undefined) return [];
    const message = `the value ${quoted(wrong)} of {${name}} makes no https address of ${quoted(url)}`;
    return [{ keys: [...keys, "variables", name], message }];
  });
}

/** A client has one address: credentials go nowhere else, and nothing else would be called. */
function otherServers(document: Bundle["document"]): Finding[] {
  return operationsOf(document.paths).flatMap(({ path, method, operation, pathItem }) => {
    const [address] = otherAddresses({ operation, pathItem }, document.servers) ?? [];
    if (address === undefined) return [];
    const message =
      `${method.toUpperCase()} ${path} has a server of its own, ${quoted(address)}, but a client sends its ` +
      "credential to those of the document alone; leave the operation out";
    const isOwn = operation.servers !== undefined;
    return [{ keys: ["paths", path, ...(isOwn ? [method] : []), "servers"], message }];
  });
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
    const message = `the operationId "${id}" of ${name} is already used by ${other}`;
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
  return operations.flatMap((found) => {
    const { path, method } = found;
    const problems = [
      ...readPagination(found, deref).problems,
      ...writeSemantics(found, operations, deref).problems,
    ];
    return problems.map((problem) => ({
      keys: ["paths", path, method, ...problem.path],
      message: `${method.toUpperCase()} ${path}: ${problem.message}`,
    }));
  });
}

/**
 * Those of the integers beyond 2^53 whose digits JavaScript rounds: as they were written, where that can be
 * read, and as they would be written out.
 */
function roundedNumbers({ document, trace }: Bundle, large: readonly Finding["keys"][]): Finding[] {
  return large.flatMap((keys) => {
    const written = trace.writtenAt(keys);
    if (written !== undefined && !isRounded(written)) return [];
    const value = String(getAt(document, keys));
    const message = `the number was rounded to ${value}: digits beyond 2^53 are lost; leave it out or use a smaller one`;
    return [{ keys, message }];
  });
}
