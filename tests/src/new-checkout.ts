import { spawn } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { contractOf } from "@cloud-clients/api-contract";
import { runCommand } from "@cloud-clients/spec-tools/command";
import { check } from "@cloud-clients/spec-tools/commands/check";
import { lines } from "@cloud-clients/spec-tools/commands/lines";
import { lint } from "@cloud-clients/spec-tools/commands/lint";
import { newApi } from "@cloud-clients/spec-tools/commands/new-api";
import { apis, root } from "./repo.js";

/** What a command printed, and its exit code. */
export interface Printed {
  code: number;
  lines: string[];
}

/** A checkout without APIs: what new ones stand on, and the tools that make them. */
export interface NewCheckout {
  folder: string;
  /** Runs a command of the documentation, `npx --yes pnpm@10 …`. */
  run(command: string): Promise<Printed>;
}

const copied = [
  "LICENSE",
  "README.md",
  "README.zh-CN.md",
  "api-extractor.base.json",
  "benchmarks/package.json",
  "biome.json",
  "package.json",
  "redocly.yaml",
  "spec-tools.config.yaml",
  "specs/package.json",
  "tests/package.json",
  "tsconfig.base.json",
  "turbo.json",
];

/**
 * Makes the checkout in a temporary folder. What an install would put there are links to what this checkout has.
 *
 * @param pages texts by https address: all of the network that there is.
 */
export async function newCheckout(pages: ReadonlyMap<string, string>): Promise<NewCheckout> {
  const folder = await mkdtemp(join(tmpdir(), "new-checkout-"));
  for (const file of copied) await cp(join(root, file), join(folder, file), { recursive: true });
  await symlink(join(root, "node_modules"), join(folder, "node_modules"));
  await mkdir(join(folder, "packages"));
  for (const name of ["spec-tools", "api-contract", "runtime"]) {
    await symlink(join(root, "packages", name), join(folder, "packages", name));
  }
  // A copy, so that it ships the bundles of this checkout.
  const emulator = join("packages", "emulator");
  for (const part of ["package.json", "dist"]) {
    await cp(join(root, emulator, part), join(folder, emulator, part), { recursive: true });
  }
  await symlink(join(root, emulator, "node_modules"), join(folder, emulator, "node_modules"));
  return { folder, run: (command) => runIn(folder, pages, command) };
}

async function runIn(
  folder: string,
  pages: ReadonlyMap<string, string>,
  command: string,
): Promise<Printed> {
  const [, script = "", rest = ""] = /^npx --yes pnpm@10 (\S+) ?(.*)$/.exec(command) ?? [];
  const args = [...rest.split(" ").filter((word) => word !== ""), "--root", folder];
  const printed: string[] = [];
  const output = {
    out: (line: string) => printed.push(line),
    err: (line: string) => printed.push(line),
  };
  const fetch = async (address: string) => {
    const text = pages.get(address);
    return new Response(text ?? "no such page", { status: text === undefined ? 404 : 200 });
  };
  const run = (_root: string, line: string) => runLine(folder, line);
  const commands = {
    check,
    lint,
    lines,
    "new-api": (words: string[]) => newApi(words, output, { fetch, run }),
    test: () => testIn(folder, printed),
  };
  if (!isOne(script, commands)) throw new Error(`${command}: no command of this page`);
  const code = await runCommand(commands[script], script === "test" ? [] : args, output);
  return { code, lines: printed };
}

function isOne<Commands extends object>(
  name: string,
  commands: Commands,
): name is Extract<keyof Commands, string> {
  return Object.hasOwn(commands, name);
}

/** What the command lines of spec-tools.config.yaml come to for a new package. */
async function runLine(folder: string, line: string): Promise<number> {
  const [, script, filter = ""] = /^npx --yes pnpm@10 (\S+) ?(.*)$/.exec(line) ?? [];
  if (script === "install") return linkPackages(folder);
  // The picture is of all workspaces, and the benchmarks are one: they are not here.
  if (script === "graph" || line.includes("--dir benchmarks ")) return 0;
  if (script !== "report") throw new Error(`${line} is not expected`);
  const [, api = ""] = /^--filter=@cloud-clients\/(.+)$/.exec(filter) ?? [];
  for (const name of ["build", "report"]) {
    const code = await runOwn(folder, api, name);
    if (code !== 0) return code;
  }
  return 0;
}

/** Gives each package that has no dependencies yet those of one that has the same. */
async function linkPackages(folder: string): Promise<number> {
  const [neighbour = ""] = apis;
  for (const api of await apisIn(folder)) {
    const target = join(folder, "packages", api, "node_modules");
    const source = join(root, "packages", neighbour, "node_modules");
    await symlink(source, target).catch((error) => {
      if (error.code !== "EEXIST") throw error;
    });
  }
  return 0;
}

/** The APIs of the checkout. */
async function apisIn(folder: string): Promise<string[]> {
  const entries = await readdir(join(folder, "specs"), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

/** Runs one of the scripts that a package brings. */
async function runOwn(folder: string, api: string, name: string): Promise<number> {
  const home = join(folder, "packages", api);
  const { scripts } = JSON.parse(await readFile(join(home, "package.json"), "utf8"));
  const path = [
    join(home, "node_modules/.bin"),
    join(folder, "node_modules/.bin"),
    process.env.PATH,
  ];
  const child = spawn("sh", ["-c", scripts[name]], {
    cwd: home,
    env: { ...process.env, PATH: path.join(delimiter) },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  const code = await new Promise<number>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) => resolve(status ?? 1));
  });
  if (code !== 0) process.stderr.write(said);
  return code;
}

/** Runs a script of a package that must end well. */
async function holdIn(folder: string, api: string, script: string): Promise<void> {
  if ((await runOwn(folder, api, script)) !== 0) throw new Error(`${api}: ${script} failed`);
}

/** What `test` does with the APIs of the checkout: check, lint, types, reports and contracts. */
async function testIn(folder: string, printed: string[]): Promise<number> {
  const output = {
    out: (line: string) => printed.push(line),
    err: (line: string) => printed.push(line),
  };
  const made = await apisIn(folder);
  for (const command of [check, lint]) {
    const code = await runCommand(command, ["--root", folder], output);
    if (code !== 0) return code;
  }
  for (const api of made) await holdIn(folder, api, "typecheck");
  // `report` has just been written for each of them by the same tool: one shows that it is found to be right.
  for (const api of made.slice(0, 1)) await holdIn(folder, api, "check-report");
  for (const api of made) {
    for (const { name, keep } of await contractOf(folder, api)) {
      await keep();
      printed.push(`${api}: ${name}`);
    }
  }
  return 0;
}
