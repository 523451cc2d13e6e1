import { readdir, readFile } from "node:fs/promises";
import { dirname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const packages = fileURLToPath(new URL("../../", import.meta.url));

/** Rooms of spec-tools from the ground up: each imports from itself and from those before it. */
const rooms = ["base", "documents", "import", "bundle", "emit", "lint", "commands", "cli.ts"];

/** Which files of a package each of its files imports, those it imports types of included. */
async function importsOf(folder: string): Promise<Map<string, string[]>> {
  const root = join(packages, folder, "src");
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.name.endsWith(".ts"))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
  const graph = new Map<string, string[]>();
  for (const file of files) {
    const { importedFiles } = ts.preProcessFile(await readFile(join(root, file), "utf8"));
    const own = importedFiles
      .filter(({ fileName }) => fileName.startsWith("."))
      .map(({ fileName }) => normalize(join(dirname(file), fileName)).replace(/\.js$/, ".ts"));
    graph.set(file, own);
  }
  return graph;
}

/** The files of a circle, if there is one. */
function circleIn(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const visit = (file: string, way: readonly string[]): string[] => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const next of graph.get(file) ?? []) {
      const circle = visit(next, [...way, file]);
      if (circle.length > 0) return circle;
    }
    done.add(file);
    return [];
  };
  for (const file of graph.keys()) {
    const circle = visit(file, []);
    if (circle.length > 0) return circle;
  }
  return [];
}

describe("the rooms of the pipeline", () => {
  it.each(["openapi-model", "spec-tools"])(
    "%s has no import circle, types included",
    async (name) => {
      const graph = await importsOf(name);
      expect(graph.size).toBeGreaterThan(5);
      expect(circleIn(graph)).toEqual([]);
    },
  );

  it("spec-tools imports downwards only", async () => {
    const upward: string[] = [];
    for (const [file, imports] of await importsOf("spec-tools")) {
      const own = rooms.indexOf(file.split("/")[0] ?? "");
      expect(own, `${file} stands in a room of the list`).toBeGreaterThanOrEqual(0);
      for (const other of imports) {
        if (rooms.indexOf(other.split("/")[0] ?? "") > own) upward.push(`${file} -> ${other}`);
      }
    }
    expect(upward).toEqual([]);
  });

  it("a circle is seen", () => {
    const graph = new Map([
      ["a", ["b"]],
      ["b", ["c"]],
      ["c", ["b"]],
    ]);
    expect(circleIn(graph)).toEqual(["b", "c", "b"]);
  });
});
