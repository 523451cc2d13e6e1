import ts from "typescript";
import { describe, expect, it } from "vitest";
import { filesBelow, packages, read } from "../src/repo.js";

const ours = "@cloud-clients/";

/** Which of our own packages a folder's sources may import. */
const allowed: Record<string, readonly string[]> = {
  "packages/runtime": [],
  "packages/ppio-gpu": ["@cloud-clients/runtime"],
  "packages/huaweicloud-vpcep": ["@cloud-clients/runtime"],
  "packages/emulator": ["@cloud-clients/openapi-model"],
  "packages/openapi-model": [],
  "packages/spec-tools": ["@cloud-clients/openapi-model"],
  scripts: ["@cloud-clients/spec-tools"],
};

async function importsOf(folder: string): Promise<{ file: string; specifier: string }[]> {
  const found: { file: string; specifier: string }[] = [];
  for (const file of await filesBelow(folder, ".ts", ".js")) {
    for (const { fileName } of ts.preProcessFile(await read(file)).importedFiles) {
      found.push({ file, specifier: fileName });
    }
  }
  return found;
}

describe("the import direction", () => {
  for (const [folder, may] of Object.entries(allowed)) {
    it(`${folder} imports ${may.length ? may.join(", ") : "none of our packages"}`, async () => {
      const imports = await importsOf(folder);
      expect(imports.length).toBeGreaterThan(5);
      const wrong = imports.filter(
        ({ file, specifier }) =>
          (specifier.startsWith(ours) &&
            !may.some((name) => specifier === name || specifier.startsWith(`${name}/`)) &&
            !file.includes("/test/")) ||
          leaves(folder, file, specifier),
      );
      expect(wrong).toEqual([]);
    });
  }

  /** The rooms of the runtime, each with those that it may import. */
  const rooms: Record<string, readonly string[]> = {
    errors: [],
    base: ["errors"],
    transport: ["base", "errors"],
    client: ["transport", "base", "errors"],
    lists: ["client", "transport", "base", "errors"],
    wait: ["lists", "client", "transport", "base", "errors"],
    edits: ["lists", "client", "transport", "base", "errors"],
  };
  for (const [room, may] of Object.entries(rooms)) {
    it(`of the runtime's ${room} is towards ${may.join(", ") || "nothing"}`, async () => {
      const folder = `packages/runtime/src/${room}`;
      const imports = (await importsOf(folder)).filter(({ specifier }) =>
        specifier.startsWith("../"),
      );
      const wrong = imports.filter(({ specifier }) => !may.includes(specifier.split("/")[1] ?? ""));
      expect(wrong).toEqual([]);
      expect(imports.length > 0).toBe(may.length > 0);
    });
  }

  it("published sources import only what their package.json declares", async () => {
    for (const name of packages) {
      const manifest = JSON.parse(await read(`packages/${name}/package.json`));
      const { dependencies = {}, peerDependencies = {}, devDependencies = {} } = manifest;
      const bundled = Object.keys(devDependencies).filter((one) => one.startsWith(ours));
      const declared = [...Object.keys({ ...dependencies, ...peerDependencies }), ...bundled];
      for (const { file, specifier } of await importsOf(`packages/${name}/src`)) {
        if (specifier.startsWith(".") || specifier.startsWith("node:")) continue;
        const known = declared.some((one) => specifier === one || specifier.startsWith(`${one}/`));
        expect(known, `${file} imports ${specifier}`).toBe(true);
      }
    }
  });

  it("published sources other than the emulator's import nothing of Node", async () => {
    for (const name of packages.filter((one) => one !== "emulator")) {
      const node = (await importsOf(`packages/${name}/src`)).filter(({ specifier }) =>
        specifier.startsWith("node:"),
      );
      expect(node).toEqual([]);
    }
  });
});

/** Whether a relative import points out of its workspace. */
function leaves(folder: string, file: string, specifier: string): boolean {
  if (!specifier.startsWith(".") || file.endsWith("vitest.config.ts")) return false;
  const target = new URL(specifier, `file:///${file}`).pathname.slice(1);
  return !target.startsWith(`${folder}/`);
}
