import type { Output } from "@cloud-clients/spec-tools/command";
import { runTool } from "./run-tool.js";

const steps = [
  ["Linting the specs", "tsx", "scripts/src/cli.ts", "lint"],
  ["Generating bundles, types and rules from them", "tsx", "scripts/src/cli.ts", "generate"],
  [
    "Building the packages",
    "turbo",
    "run",
    "build",
    "bundles",
    "--output-logs=errors-only",
    "--log-order=grouped",
  ],
  ["Running the main job", "tsx", "examples/src/tour.ts"],
] as const;

/** `start`: from a fresh clone to the main job at work, one step after the other. */
export async function start({ out, err }: Output): Promise<number> {
  const began = performance.now();
  for (const [index, [title, tool, ...args]] of steps.entries()) {
    out(`\n[${index + 1}/${steps.length}] ${title}`);
    const code = await runTool(tool, args);
    if (code !== 0) {
      err(`start: "${title}" failed (exit code ${code}); the lines above say why`);
      return 1;
    }
  }
  out(`\nDone in ${((performance.now() - began) / 1000).toFixed(1)} s.`);
  return 0;
}
