import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** The result of a run of the Redocly CLI. */
export interface RedoclyRun {
  code: number;
  /** Problems, one a line, in the format asked for; empty when there are none. */
  problems: string;
  /** What it said besides, without its notice about old Node releases. */
  remarks: string;
}

/** Runs the Redocly CLI in `root`, without telemetry and without looking for updates. */
export async function runRedocly(root: string, args: string[]): Promise<RedoclyRun> {
  const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
  const child = spawn(process.execPath, [await redoclyBin(), ...args], { cwd: root, env });
  let problems = "";
  let remarks = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    problems += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    remarks += text;
  });
  const code = await new Promise<number>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) => resolve(status ?? 1));
  });
  return { code, problems: problems.trim(), remarks: withoutBox(remarks).trim() };
}

async function redoclyBin(): Promise<string> {
  const manifest = createRequire(import.meta.url).resolve("@redocly/cli/package.json");
  const { bin } = JSON.parse(await readFile(manifest, "utf8")) as { bin: { redocly: string } };
  return join(dirname(manifest), bin.redocly);
}

function withoutBox(text: string): string {
  return text.replace(/^[ \t]*[╔║╚].*\n/gm, "").replace(/\n{3,}/g, "\n\n");
}
