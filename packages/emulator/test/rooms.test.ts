import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const src = fileURLToPath(new URL("../src/", import.meta.url));

/** The relative imports of each source file, those of types included. */
const imports = new Map(
  readdirSync(src, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => {
      const { importedFiles } = ts.preProcessFile(readFileSync(join(src, file), "utf8"));
      const relative = importedFiles.filter(({ fileName }) => fileName.startsWith("."));
      const targets = relative.map(({ fileName }) => normalize(join(dirname(file), fileName)));
      return [file, targets.map((target) => target.replace(/\.js$/, ".ts"))] as const;
    }),
);

/** A way from a file back to itself. */
function circleFrom(start: string): string[] | undefined {
  const ways = (imports.get(start) ?? []).map((next) => [start, next]);
  const seen = new Set<string>();
  for (const way of ways) {
    const last = way.at(-1) ?? start;
    if (last === start) return way;
    if (seen.has(last)) continue;
    seen.add(last);
    for (const next of imports.get(last) ?? []) ways.push([...way, next]);
  }
  return undefined;
}

describe("the rooms of the emulator", () => {
  it("are known to this test", () => {
    expect(imports.size).toBeGreaterThan(30);
    expect(imports.get("engine/engine.ts")).toContain("engine/service.ts");
  });

  it("have no circle of imports", () => {
    expect([...imports.keys()].map(circleFrom).filter((circle) => circle !== undefined)).toEqual(
      [],
    );
  });

  it("know the engine, but neither each other nor what is above them", () => {
    const allowed: Record<string, readonly string[]> = {
      engine: ["engine"],
      "ppio-gpu": ["engine", "ppio-gpu"],
      "huaweicloud-vpcep": ["engine", "huaweicloud-vpcep"],
      "any-api": ["engine", "any-api"],
    };
    const wrong = [...imports].flatMap(([file, targets]) => {
      const may = allowed[file.split("/")[0] ?? ""];
      return targets
        .filter((target) => may && !may.includes(target.split("/")[0] ?? ""))
        .map((target) => `${file} imports ${target}`);
    });
    expect(wrong).toEqual([]);
  });
});
