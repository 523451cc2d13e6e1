import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getAt, isObject, listOf } from "@cloud-clients/openapi-model";
import { runRedocly } from "../lint/redocly.js";

/** A difference that `redocly diff` found. */
export interface Difference {
  /** Where it shows first, with references followed: `#/paths/~1things/get/responses/200/…`. */
  path: string;
  /** What kind of node it is: `Schema`, `Parameter`, `Operation`. */
  type: string;
  kind: "added" | "removed" | "modified";
  impact: "major" | "minor" | "patch";
  /** The keyword that differs, of a node that both documents have. */
  property: string | undefined;
  /** How it was, and how it is; of a node that is not there, nothing. */
  base: Written | undefined;
  revision: Written | undefined;
}

interface Written {
  /** The node, where it is written: a schema, not its keyword. */
  pointer: string;
  /** Of the keyword, else the whole node. */
  value: unknown;
}

/**
 * What `redocly diff` finds between two bundles, which refer to nothing outside.
 *
 * It runs as a process of its own: Redocly exports the engine from no package. Without a configuration all of
 * its rules are on.
 */
export async function redoclyDiff(before: string, after: string): Promise<Difference[]> {
  const folder = await mkdtemp(join(tmpdir(), "changes-"));
  try {
    await writeFile(join(folder, "before.yaml"), before);
    await writeFile(join(folder, "after.yaml"), after);
    const args = ["--format", "json", "--output", "report.json", "--fail-on", "none"];
    const run = await runRedocly(folder, ["diff", "before.yaml", "after.yaml", ...args]);
    const text = await readFile(join(folder, "report.json"), "utf8").catch(() => undefined);
    if (text === undefined) throw new Error(`redocly diff wrote no report: ${run.remarks}`);
    return readReport(JSON.parse(text));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function readReport(report: unknown): Difference[] {
  const version = getAt(report, ["reportVersion"]);
  if (version !== "1") throw new Error(`redocly diff: version ${version} of its report is unknown`);
  return listOf(getAt(report, ["changes"])).map((change) => {
    const text = (key: string) => String(getAt(change, [key]));
    const property = getAt(change, ["property"]);
    return {
      path: text("path"),
      type: text("typeName"),
      kind: oneOf(["added", "removed", "modified"] as const, text("kind")),
      impact: oneOf(["major", "minor", "patch"] as const, text("impact")),
      property: property === undefined ? undefined : String(property),
      base: written(getAt(change, ["base"]), property),
      revision: written(getAt(change, ["revision"]), property),
    };
  });
}

function written(said: unknown, property: unknown): Written | undefined {
  if (!isObject(said)) return undefined;
  const pointer = String(said.pointer);
  // The pointer leads to the keyword where there is one, and else to the node.
  const isKeyword = property !== undefined && property !== "key" && said.value !== undefined;
  return {
    pointer: isKeyword ? pointer.slice(0, pointer.lastIndexOf("/")) : pointer,
    value: said.value,
  };
}

function oneOf<Word extends string>(words: readonly Word[], text: string): Word {
  const found = words.find((word) => word === text);
  if (found === undefined) throw new Error(`redocly diff: ${text} is none of ${words.join(", ")}`);
  return found;
}
