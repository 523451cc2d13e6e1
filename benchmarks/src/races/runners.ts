import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Fetch } from "@cloud-clients/ppio-gpu";
import { type Order, runWriter, type WriterEnd } from "./run-writer.js";

/** Runs the writers of a race, each by its index. */
export interface Runner {
  run(writer: number, order: Order): Promise<WriterEnd>;
  close(): void;
}

/** All writers in this process. */
export function inOneProcess(fetch: Fetch): Runner {
  return { run: (_, order) => runWriter(order, fetch), close: () => {} };
}

/** Each writer in a process of its own. */
export function inProcesses(count: number): Runner {
  const children = Array.from({ length: count }, startChild);
  return {
    run: (writer, order) => {
      const child = children[writer];
      if (!child) throw new Error(`there is no writer ${writer}`);
      return child.run(order);
    },
    close: () => {
      for (const { process } of children) process.kill();
    },
  };
}

function startChild(): { process: ChildProcess; run: (order: Order) => Promise<WriterEnd> } {
  const waiting = new Map<
    number,
    { resolve: (end: WriterEnd) => void; reject: (error: Error) => void }
  >();
  let sent = 0;
  // The flags of this process make the child read TypeScript as well.
  const child = fork(fileURLToPath(new URL("worker.ts", import.meta.url)));
  child.on("message", (message) => {
    const [number, end] = message as [number, WriterEnd];
    waiting.get(number)?.resolve(end);
    waiting.delete(number);
  });
  child.on("exit", (code) => {
    for (const { reject } of waiting.values())
      reject(new Error(`a writer's process ended: ${code}`));
  });
  return {
    process: child,
    run: (order) =>
      new Promise((resolve, reject) => {
        const number = sent++;
        waiting.set(number, { resolve, reject });
        child.send([number, order]);
      }),
  };
}
