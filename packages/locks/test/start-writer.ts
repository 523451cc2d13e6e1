import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
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

/** Starts a process that edits; end it by its own id. */
export function startWriter(order: Order): Writer {
  const child = fork(
    fileURLToPath(new URL("writer.ts", import.meta.url)),
    [JSON.stringify(order)],
    {
      execArgv: ["--import", "tsx"],
    },
  );
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
