import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { configName, findRepository } from "../src/base/repository.js";
import { check } from "../src/commands/check.js";
import { generate } from "../src/commands/generate.js";
import { lint } from "../src/commands/lint.js";
import { repoAt, type TinyRepo } from "./tiny-repo.js";

const ours = findRepository(import.meta.dirname);
const namesOverlay = "specs/ppio-gpu/overlays/0003-operation-ids.yaml";
const portsOverlay = "specs/ppio-gpu/overlays/0015-port-number-range.yaml";
const updatePorts = "specs/ppio-gpu/upstream/update-ports.yaml";

/** What serves as an example here. `check` and `lint` hold every API to the same, one by one. */
const apis = ["huaweicloud-vpcep", "ppio-gpu"];

/** These specs and what was generated from them, in a temporary checkout. */
async function copyOfOurs(): Promise<TinyRepo> {
  const root = await mkdtemp(join(tmpdir(), "real-specs-"));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const options = { recursive: true, filter: (path: string) => !path.includes("node_modules") };
  const config = await readFile(join(ours.root, "redocly.yaml"), "utf8");
  const rules = "packages/spec-tools/redocly.yaml";
  await writeFile(join(root, "redocly.yaml"), config.replace(rules, join(ours.root, rules)));
  const copied = apis.flatMap((api) => [`specs/${api}`, `packages/${api}/src/generated`]);
  for (const path of [configName, ...copied]) {
    await cp(join(ours.root, path), join(root, path), options);
  }
  return repoAt(root);
}

describe("the real specs", { timeout: 60_000 }, () => {
  it("generate the committed bytes again", async () => {
    const repo = await copyOfOurs();
    // That `check` finds nothing is what `test` begins with.
    const { out, err } = await repo.run(generate, ...apis);
    expect(err).toEqual([]);
    expect(new Set(out.map((line) => line.split(/ +/)[1]))).toEqual(new Set(["unchanged"]));
  });

  it("fail when one character of upstream changes", async () => {
    const repo = await copyOfOurs();
    await repo.edit(updatePorts, "summary: 更新实例端口", "summary: 更新实例端囗");
    const { code, err } = await repo.run(check, "ppio-gpu");
    expect(code).toBe(1);
    expect(err).toContain(
      `${updatePorts}: not the vendor's bytes (sha256 differs from specs/ppio-gpu/upstream/PROVENANCE.yaml); ` +
        "undo the edit, or run: npx --yes pnpm@10 import-docs https://ppio.com/docs/gpus/instance/reference-v2-update-ports.md --api ppio-gpu",
    );
  });

  it("fail when an overlay has lost its effect", async () => {
    const repo = await copyOfOurs();
    const text = await repo.read(portsOverlay);
    await repo.write("specs/ppio-gpu/overlays/9999-again.yaml", text);
    const { code, err } = await repo.run(check, "ppio-gpu");
    expect(code).toBe(1);
    expect(err.length).toBeGreaterThan(0);
    for (const line of err) {
      expect(line).toMatch(
        /^specs\/ppio-gpu\/overlays\/9999-again\.yaml:\d+:\d+: the action on .* changes nothing/,
      );
    }
  });

  it("fail when an overlay is deleted without generating anew", async () => {
    const repo = await copyOfOurs();
    await rm(join(repo.root, portsOverlay));
    const { code, err } = await repo.run(check, "ppio-gpu");
    expect(code).toBe(1);
    expect(err[0]).toMatch(
      /^specs\/ppio-gpu\/openapi\.yaml:\d+: differs from what the specs generate; run: npx --yes pnpm@10 generate$/,
    );
  });

  it("fail when a generated file was edited", async () => {
    const repo = await copyOfOurs();
    const path = "packages/ppio-gpu/src/generated/operations.ts";
    await repo.edit(path, 'list: "ports"', 'list: "port"');
    const { err } = await repo.run(check, "ppio-gpu");
    expect(err).toEqual([
      expect.stringMatching(
        /operations\.ts:\d+: differs from what the specs generate; run: npx --yes pnpm@10 generate$/,
      ),
    ]);
  });

  it("are linted without a warning; a slip in what overlays say, or are, is found at its line", async () => {
    const repo = await copyOfOurs();
    const clean = await repo.run(lint);
    expect(clean).toEqual({
      code: 0,
      out: [expect.stringMatching(/no error, no warning$/)],
      err: [],
    });
    await repo.edit(namesOverlay, "operationId: listInstances\n", "operationId: list_instances\n");
    const { code, err } = await repo.run(lint);
    expect(code).toBe(1);
    expect(err).toEqual([
      expect.stringMatching(
        /^specs\/ppio-gpu\/overlays\/0003-operation-ids\.yaml:11:5: An operationId is the name users call: camelCase\..* \(rule\/operation-id-camel-case\)$/,
      ),
    ]);
    await repo.edit(portsOverlay, "overlay: 1.0.0", "overlay: 1.0.0\nnote: x");
    expect((await repo.run(lint)).err).toEqual([
      `${portsOverlay}:2:1: "note" is not expected here; allowed are overlay, info, actions`,
    ]);
  });

  it("a lint warning fails too, and so do hidden problems and misspelt rules", async () => {
    const repo = await copyOfOurs();
    const ofOurs = await repo.read("redocly.yaml");
    await repo.write(
      "redocly.yaml",
      `${ofOurs}rules:\n  info-contact: warn\n  no-such-rule: warn\n`,
    );
    const misspelt = await repo.run(lint, "ppio-gpu");
    expect(misspelt.code).not.toBe(0);
    expect(misspelt.err.join("\n")).toContain("no-such-rule");
    await repo.edit("redocly.yaml", "  no-such-rule: warn\n", "  path-segment-plural: warn\n");
    const warned = await repo.run(lint, "ppio-gpu");
    expect(warned.code).toBe(1);
    expect(warned.err.join("\n")).toContain("path-segment-plural");
    await repo.write(".redocly.lint-ignore.yaml", "");
    expect((await repo.run(lint, "ppio-gpu")).err).toEqual([
      ".redocly.lint-ignore.yaml: delete it; declare exceptions in specs/<api>/lint-exceptions.yaml, each with its reason",
    ]);
  });
});
