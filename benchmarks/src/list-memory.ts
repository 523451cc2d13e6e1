import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Figure } from "./report.js";

const run = promisify(execFile);

/** Peak memory of a walk over 1 000 000 items to that of one over 100 000, each in its own process. */
export async function listMemory(): Promise<Figure[]> {
  const few = await memoryOf(100_000);
  const many = await memoryOf(1_000_000);
  const beside = (key: "mostAlive" | "held"): string =>
    `${megabytes(many[key])}, with a tenth of the items ${megabytes(few[key])}`;
  return [
    {
      what: "memory alive at its peak, 1 000 000 items to 100 000",
      measured: many.mostAlive / few.mostAlive,
      unit: "×",
      beside: beside("mostAlive"),
    },
    {
      what: "memory of the process at its peak, the same",
      measured: many.held / few.held,
      unit: "×",
      beside: beside("held"),
    },
  ];
}

async function memoryOf(items: number): Promise<{ mostAlive: number; held: number }> {
  const script = fileURLToPath(new URL("walk-memory.ts", import.meta.url));
  const flags = [...process.execArgv, "--expose-gc", "--max-old-space-size=64"];
  const { stdout } = await run(process.execPath, [...flags, script, String(items)]);
  return JSON.parse(stdout) as { mostAlive: number; held: number };
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
