import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { type Uses, whileHolding } from "../src/base/hold.js";
import { generate } from "../src/commands/generate.js";
import { runScript } from "./run-script.js";
import { tinyRepo } from "./tiny-repo.js";

async function folder(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "hold-"));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  return root;
}

/** A process that lives until the test ends, and that stands for another command. */
async function otherProcess(): Promise<{ pid: number; kill(): Promise<void> }> {
  const child = spawn(process.execPath, ["-e", "process.stdin.resume(); console.log()"]);
  const closed = once(child, "close");
  const kill = async () => {
    child.kill("SIGKILL");
    await closed;
  };
  onTestFinished(kill);
  await once(child.stdout, "data");
  return { pid: Number(child.pid), kill };
}

/** What another command leaves word of while it runs. */
async function beRunBy(root: string, pid: number, uses: Uses, began?: string): Promise<void> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  const since = began ?? stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "0";
  await mkdir(join(root, ".spec-tools"), { recursive: true });
  const file = join(root, ".spec-tools", `${pid}-${since}-1.json`);
  await writeFile(file, JSON.stringify({ reads: [], writes: [], ...uses }));
}

/** Whether work with these uses begins at once, and what is said where it does not. */
async function attempt(root: string, uses: Uses): Promise<string> {
  const said: string[] = [];
  const output = { err: (line: string) => said.push(line) };
  const outcome = await whileHolding(root, uses, output, async () => "done", 0).catch(String);
  return [...said, outcome].join("; ");
}

describe("beside another command that runs", () => {
  it("what writes waits for what reads or writes the same, and what reads for what writes it", async () => {
    const { pid } = await otherProcess();
    const other = new RegExp(
      `: specs/tiny: process ${pid} is using it, and this command would (read|write) it; try again when that has ended, or delete \\.spec-tools/${pid}-\\d+-1\\.json if it is none of these commands$`,
    );
    const cases: [there: Uses, own: Uses, waits: boolean][] = [
      [{ writes: ["specs/tiny"] }, { writes: ["specs/tiny"] }, true],
      [{ writes: ["specs/tiny/openapi.yaml"] }, { writes: ["specs/tiny"] }, true],
      [{ writes: ["specs"] }, { reads: ["specs/tiny"] }, true],
      [{ reads: ["specs/tiny"] }, { writes: ["specs/tiny"] }, true],
      [{ reads: ["specs/tiny"] }, { reads: ["specs/tiny"] }, false],
      [{ writes: ["specs/tiny"] }, { writes: ["specs/tiny-2"] }, false],
      [{ writes: ["specs/other"] }, { writes: ["specs/tiny"], reads: ["specs/tiny"] }, false],
    ];
    for (const [there, own, waits] of cases) {
      const root = await folder();
      await beRunBy(root, pid, there);
      const outcome = await attempt(root, own);
      if (waits) expect(outcome).toMatch(other);
      else expect(outcome).toBe("done");
      // Nobody is told of a command that has ended.
      expect(await readdir(join(root, ".spec-tools"))).toHaveLength(1);
    }
  });

  it("work begins once that was killed, and nothing of it is left", async () => {
    const root = await folder();
    const other = await otherProcess();
    await beRunBy(root, other.pid, { writes: ["specs/tiny"] });
    const order: string[] = [];
    const work = whileHolding(root, { writes: ["specs/tiny"] }, { err: () => {} }, async () => {
      order.push("work");
    });
    order.push("kill");
    await other.kill();
    await work;
    expect(order).toEqual(["kill", "work"]);
    expect(await readdir(root)).toEqual([]);
  });

  it.runIf(process.platform === "linux")(
    "a process that has the number of a dead one is not taken for it",
    async () => {
      const root = await folder();
      const { pid } = await otherProcess();
      await beRunBy(root, pid, { writes: ["specs/tiny"] }, "1");
      expect(await attempt(root, { writes: ["specs/tiny"] })).toBe("done");
      await beRunBy(root, process.pid, { writes: ["specs/tiny"] }, "1");
      expect(await attempt(root, { writes: ["specs/tiny"] })).toBe("done");
    },
  );

  // Whoever may do everything is not refused by a mode.
  it.runIf(process.getuid?.() !== 0)(
    "where nothing can be written, what only reads goes ahead, and what writes names the file",
    async () => {
      const root = await folder();
      await chmod(root, 0o555);
      onTestFinished(() => chmod(root, 0o755));
      expect(await attempt(root, { reads: ["specs/tiny"] })).toBe("done");
      expect(await attempt(root, { writes: ["specs/tiny"] })).toMatch(
        /: \.spec-tools\/.*: EACCES: /,
      );
    },
  );

  it("a link in place of the folder in which commands leave word is refused", async () => {
    const root = await folder();
    await symlink(await folder(), join(root, ".spec-tools"));
    expect(await attempt(root, { writes: ["specs/tiny"] })).toMatch(
      /: \.spec-tools: a symbolic link; /,
    );
  });
});

it("commands for several APIs, and several for one, run at the same time and come to the same files", {
  timeout: 60_000,
}, async () => {
  const repo = await tinyRepo();
  const tiny = Object.entries(await repo.files());
  for (const [path, text] of tiny) await repo.write(path.replace("/tiny/", "/other/"), text);
  const runs = ["tiny", "other", "tiny", "other"].map((api) =>
    runScript("generate", [api, "--root", repo.root], tmpdir()),
  );
  for (const { code, err } of await Promise.all(runs)) {
    expect(err.replace(/^.*: waiting for process \d+, which is using it\n/gm, "")).toBe("");
    expect(code).toBe(0);
  }
  const made = await repo.files();
  expect(Object.keys(made).filter((path) => /\.tmp$|\.spec-tools/.test(path))).toEqual([]);
  const { out } = await repo.run(generate, "tiny", "other");
  expect(out.length).toBeGreaterThan(8);
  expect(out.filter((line) => !line.includes("unchanged"))).toEqual([]);
});
