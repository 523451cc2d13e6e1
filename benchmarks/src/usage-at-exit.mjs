// Preloaded into every Node process of a measured command: each adds a line when it ends.
import { appendFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

const { USAGE_FILE } = process.env;
if (isMainThread && USAGE_FILE !== undefined) {
  process.on("exit", () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    appendFileSync(USAGE_FILE, `${userCPUTime + systemCPUTime} ${maxRSS}\n`);
  });
}
