import { type ChildProcess, fork } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Ends, Order } from "./writer.js";

/** A process that edits the list service. */
export interface Writer {
  readonly process: ChildProcess;
  /** Resolves when its first edit is about to write. */
  readonly inside: Promise<void>;
  /** Lets it go on. */
  goOn(): void;
  /** How its edits ended; rejects if the process ended before they did. */
  readonly ends: Promise<Ends>;
}

/**
 * Puts writer.ts and the sources that it imports into one file of JavaScript: a loader of TypeScript would take most of
 * the time of each process. What is installed stays outside, and is found from there.
 *
 * @returns the file; delete it in the end.
 */
export async function buildWriter(): Promise<string> {
  const file = fileURLToPath(
    new URL(`../node_modules/.cache/writer-${randomUUID()}.mjs`, import.meta.url),
  );
  await build({
    entryPoints: [fileURLToPath(new URL("writer.ts", import.meta.url))],
    outfile: file,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
  });
  return file;
}

/** Starts a process that edits; end it by its own id. */
export function startWriter(file: string, order: Order): Writer {
  // Nothing of how this process was started: what the writer is, is in its file.
  const child = fork(file, [JSON.stringify(order)], { execArgv: [] });
  let gone = false;
  const inside = new Promise<void>((resolve) => {
    child.on("message", (message) => message === "inside" && resolve());
  });
  const ends = new Promise<Ends>((resolve, reject) => {
    child.on("message", (message) => Array.isArray(message) && resolve(message));
    child.once("exit", (code, signal) => {
      gone = true;
      reject(new Error(`the writer ended: ${signal ?? code}`));
    });
  });
  // Killed writers have no end that anybody waits for.
  ends.catch(() => {});
  return { process: child, inside, ends, goOn: () => gone || child.send("go on") };
}

/** Kills a writer by its own id, and waits until it is gone. */
export async function kill({ process: child }: Writer): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}
