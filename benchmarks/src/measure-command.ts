import { spawn } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inTurns, median } from "./compare.js";

/** A command line for Node, and where it runs. */
export interface NodeCommand {
  args: string[];
  cwd: string;
  /** The exit code it must end with; 0 unless said otherwise. */
  code?: number;
  /** Brings what it works on back to where it starts from. */
  before?: () => Promise<void>;
}

/** What a command took. */
export interface Usage {
  /** CPU time, user and system, of all its Node processes, in seconds. */
  cpu: number;
  /** The largest resident size that one of its Node processes had, in MB. */
  memory: number;
  /** Time on the clock, in seconds. */
  time: number;
}

/** Runs each command once per round, in turns; what each run took. */
export async function runInTurns<Name extends string>(
  commands: Readonly<Record<Name, NodeCommand>>,
  rounds: number,
): Promise<Record<Name, Usage[]>> {
  const names = Object.keys(commands) as Name[];
  return inTurns(names, { rounds }, (name) => runOnce(name, commands[name]));
}

/** Runs each command once per round, in turns; the medians of each. */
export async function measureCommands<Name extends string>(
  commands: Readonly<Record<Name, NodeCommand>>,
  rounds: number,
): Promise<Record<Name, Usage>> {
  const runs = await runInTurns(commands, rounds);
  const middle = (name: Name, part: keyof Usage) => median(runs[name].map((run) => run[part]));
  return Object.fromEntries(
    (Object.keys(runs) as Name[]).map((name) => [
      name,
      { cpu: middle(name, "cpu"), memory: middle(name, "memory"), time: middle(name, "time") },
    ]),
  ) as Record<Name, Usage>;
}

/**
 * Runs a command once.
 *
 * @throws Error when it does not end with the exit code that it must.
 */
export async function runOnce(name: string, command: NodeCommand): Promise<Usage> {
  await command.before?.();
  const file = join(tmpdir(), `usage-${process.pid}`);
  await rm(file, { force: true });
  const began = performance.now();
  const { code, output } = await run(command, {
    ...process.env,
    USAGE_FILE: file,
    NODE_OPTIONS: `--import ${new URL("./usage-at-exit.mjs", import.meta.url).href}`,
    REDOCLY_TELEMETRY: "off",
    REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
  });
  const time = (performance.now() - began) / 1000;
  if (code !== (command.code ?? 0)) {
    throw new Error(`${name} ended with ${code}:\n${output.slice(0, 2_000)}`);
  }
  const lines = (await readFile(file, "utf8")).trim().split("\n");
  await rm(file, { force: true });
  const numbers = lines.map((line) => line.split(" ").map(Number));
  return {
    cpu: numbers.reduce((sum, [micros = 0]) => sum + micros, 0) / 1_000_000,
    memory: Math.max(...numbers.map(([, kilobytes = 0]) => kilobytes)) / 1_000,
    time,
  };
}

async function run(
  { args, cwd }: NodeCommand,
  env: NodeJS.ProcessEnv,
): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, args, { cwd, env });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      if (output.length < 10_000) output += text;
    });
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  return { code, output };
}
