import { execFileSync, spawn } from "node:child_process";
import { readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { generate } from "../src/commands/generate.js";
import { runScript } from "./run-script.js";
import { tinyRepo } from "./tiny-repo.js";

// Each starts Node and the TypeScript loader anew: slow on a busy machine.
describe("commands as processes", { timeout: 60_000 }, () => {
  it("work from any folder, and end with 0 or 1", async () => {
    const repo = await tinyRepo();
    const made = await runScript("generate", ["--root", repo.root], tmpdir());
    expect(made).toEqual({ code: 0, out: expect.stringContaining("openapi.yaml"), err: "" });
    await repo.edit("specs/tiny/source/openapi.yaml", "operations/put", "operations/pat");
    const refused = await runScript("generate", ["--root", repo.root], tmpdir());
    expect(refused).toEqual({
      code: 1,
      out: "",
      err: "specs/tiny/source/openapi.yaml:12:7: the $ref to specs/tiny/source/operations/pat-thing.yaml does not resolve\n",
    });
  });

  it("find the repository from the working directory upward, and say so where there is none", async () => {
    const repo = await tinyRepo();
    const below = await runScript("generate", ["lost"], join(repo.root, "packages/tiny"));
    expect(below).toEqual({
      code: 1,
      out: "",
      err: "specs/lost/source/openapi.yaml: missing; the APIs are: tiny\n",
    });
    const nowhere = await runScript("generate", [], tmpdir());
    expect(nowhere).toEqual({
      code: 1,
      out: "",
      err: `spec-tools.config.yaml: neither in ${tmpdir()} nor above it; create it at the root of the repository, with: scope: "@your-npm-scope"\n`,
    });
  });

  it.each(["check", "generate", "import-docs", "lines", "lint", "new-api", "ship-spec"])(
    "%s starts as package.json runs it, and says how it is called",
    async (name) => {
      const run = fileURLToPath(new URL("../run.js", import.meta.url));
      const child = spawn(process.execPath, [run, name, "--no-such-option"], { cwd: tmpdir() });
      let err = "";
      child.stderr.setEncoding("utf8").on("data", (text: string) => {
        err += text;
      });
      expect(await new Promise((resolve) => child.on("close", resolve))).toBe(1);
      expect(err).toMatch(new RegExp(`^Unknown option '--no-such-option'.* Usage: ${name}.*\\n$`));
    },
  );

  it("ship-spec copies a bundle into the folder it runs in", async () => {
    const repo = await tinyRepo();
    await repo.run(generate);
    const cwd = join(repo.root, "packages/tiny");
    const shipped = await runScript("ship-spec", ["deep/api.yaml=tiny", "--root", repo.root], cwd);
    expect(shipped).toEqual({ code: 0, out: "", err: "" });
    expect(await repo.read("packages/tiny/deep/api.yaml")).toBe(
      await repo.read("specs/tiny/openapi.yaml"),
    );
    for (const [word, line] of [
      ["x.yaml=lost", "specs/lost/openapi.yaml: missing; run: npx --yes pnpm@10 generate\n"],
      [
        "tiny",
        "tiny: Usage: ship-spec TARGET=API…, or FOLDER/ for all; TARGET and FOLDER relative to the working directory\n",
      ],
    ] as const) {
      const refused = await runScript("ship-spec", [word, "--root", repo.root], cwd);
      expect(refused).toEqual({ code: 1, out: "", err: line });
    }
  });

  it("ship-spec copies the bundles of all APIs into a folder, which has no others afterwards", async () => {
    const repo = await tinyRepo();
    await repo.run(generate);
    await repo.write("packages/tiny/shipped/gone.yaml", "openapi: 3.0.3");
    const cwd = join(repo.root, "packages/tiny");
    const shipped = await runScript("ship-spec", ["shipped/", "--root", repo.root], cwd);
    expect(shipped).toEqual({ code: 0, out: "", err: "" });
    expect(await readdir(join(cwd, "shipped"))).toEqual(["tiny.yaml"]);
    expect(await repo.read("packages/tiny/shipped/tiny.yaml")).toBe(
      await repo.read("specs/tiny/openapi.yaml"),
    );
  });

  it("lint, generate and check open no connection and ask no name server", async () => {
    const repo = await tinyRepo();
    await repo.write("redocly.yaml", "extends: [recommended]\n");
    const log = join(repo.root, "connections.log");
    await repo.write(
      "watch.cjs",
      `const note = (what) => require("node:fs").appendFileSync(${JSON.stringify(log)}, what + "\\n");
       const net = require("node:net");
       const connect = net.Socket.prototype.connect;
       net.Socket.prototype.connect = function (...args) {
         const [options] = Array.isArray(args[0]) ? args[0] : args;
         if (options?.port !== undefined || typeof options === "number") note("connect");
         return connect.apply(this, args);
       };
       const dns = require("node:dns");
       for (const name of ["lookup", "resolve", "resolve4", "resolve6"]) {
         const real = dns[name];
         dns[name] = (...args) => (note(name), real(...args));
       }`,
    );
    await repo.write(
      "talk.cjs",
      'require("node:net").connect(9, "127.0.0.1").on("error", () => {});',
    );
    const env = { ...process.env, NODE_OPTIONS: `--require ${join(repo.root, "watch.cjs")}` };
    // The watcher sees a connection where there is one.
    execFileSync(process.execPath, [join(repo.root, "talk.cjs")], { env });
    expect(await repo.read("connections.log")).toBe("connect\n");
    await repo.write("connections.log", "");
    for (const name of ["generate", "check", "lint"]) {
      const { out, err } = await runScript(name, ["--root", repo.root], tmpdir(), env);
      expect(out + err).not.toBe("");
    }
    expect(await repo.read("connections.log")).toBe("");
  });
});
