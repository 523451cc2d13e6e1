import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { cruise, type ICruiseResult } from "dependency-cruiser";
import extractOptions from "dependency-cruiser/config-utl/extract-depcruise-options";
import { root } from "./repo.js";

/** The files of a checkout, each with those that it imports, types included. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

const besidePackages = ["scripts", "tests", "examples", "benchmarks", "site"];

/** The folders of sources that are there. As patterns, they would be looked for in all that is installed. */
async function sourcesIn(folder: string): Promise<string[]> {
  const packages = await readdir(join(folder, "packages")).catch(() => []);
  const workspaces = [...packages.map((name) => `packages/${name}`), ...besidePackages];
  return workspaces
    .flatMap((workspace) => [`${workspace}/src`, `${workspace}/test`])
    .filter((path) => existsSync(join(folder, path)));
}

/**
 * Reads the imports of all sources and judges them by `.dependency-cruiser.mjs`.
 *
 * @param folder - a checkout, or something like it.
 * @returns the graph, and one line per import that breaks a rule: `rule: file -> file`.
 */
export async function readImports(
  folder = root,
): Promise<{ graph: ImportGraph; problems: string[] }> {
  const options = await extractOptions(join(root, ".dependency-cruiser.mjs"));
  const { output } = await cruise(await sourcesIn(folder), { ...options, baseDir: folder });
  const { modules, summary } = output as ICruiseResult;
  return {
    graph: new Map(
      modules.map(({ source, dependencies }) => [
        source,
        dependencies.map(({ resolved }) => resolved),
      ]),
    ),
    problems: summary.violations.map(({ rule, from, to, cycle }) =>
      [`${rule.name}: ${from}`, ...(cycle?.map(({ name }) => name) ?? [to])].join(" -> "),
    ),
  };
}

const picture = /(<!-- imports of (.+?) -->\n)[\s\S]*?(<!-- end -->)/g;

/**
 * A page with its pictures drawn anew. Where it says `<!-- imports of packages/runtime/src -->`, up to
 * `<!-- end -->`, stand the rooms of that folder; at `the workspaces`, the workspaces.
 */
export function withPictures(page: string, graph: ImportGraph): string {
  return page.replace(picture, (_, begin: string, folder: string, end: string) => {
    const nodeOf = folder === "the workspaces" ? workspaceOf : roomIn(`${folder}/`);
    return `${begin}\n\`\`\`mermaid\n${draw(arrowsBetween(graph, nodeOf))}\`\`\`\n\n${end}`;
  });
}

/**
 * The workspace of a file, also of one that is imported by its package's name before it is built. Tests of a package
 * are in none: what they import does not ship with it.
 */
function workspaceOf(file: string): string | undefined {
  if (/^packages\/[^/]+\/test\//.test(file)) return undefined;
  const [first = "", second] = file.split("/");
  if (["packages", "@cloud-clients"].includes(first)) return second;
  return besidePackages.includes(first) ? first : undefined;
}

function roomIn(folder: string): (file: string) => string | undefined {
  return (file) => (file.startsWith(folder) ? file.slice(folder.length).split("/")[0] : undefined);
}

type Arrows = Map<string, Set<string>>;

function arrowsBetween(graph: ImportGraph, nodeOf: (file: string) => string | undefined): Arrows {
  const arrows: Arrows = new Map();
  for (const [file, imports] of graph) {
    const from = nodeOf(file);
    if (from === undefined) continue;
    const targets = arrows.get(from) ?? new Set();
    arrows.set(from, targets);
    for (const imported of imports) {
      const to = nodeOf(imported);
      if (to !== undefined && to !== from) targets.add(to);
    }
  }
  return arrows;
}

/**
 * Draws the arrows without those that follow from others.
 *
 * @throws when they have a circle, which rooms can have where files have none.
 */
function draw(arrows: Arrows): string {
  const lines = ["flowchart TD"];
  for (const from of [...arrows.keys()].sort()) {
    const targets = [...(arrows.get(from) ?? [])].sort();
    const further = new Set(targets.flatMap((to) => [...reachedFrom(to, arrows)]));
    if (further.has(from)) throw new Error(`a circle of rooms leads from ${from} back to it`);
    const direct = targets.filter((to) => !further.has(to));
    lines.push(direct.length > 0 ? `  ${from} --> ${direct.join(" & ")}` : `  ${from}`);
  }
  return `${lines.join("\n")}\n`;
}

function reachedFrom(start: string, arrows: Arrows): Set<string> {
  const reached = new Set<string>();
  const ahead = [start];
  for (const from of ahead) {
    for (const to of arrows.get(from) ?? []) {
      if (!reached.has(to)) ahead.push(to);
      reached.add(to);
    }
  }
  return reached;
}
