import { runAsProcess } from "@cloud-clients/spec-tools/command";
import { runTool } from "./lib/run-tool.js";

// What is proven is what is packed, and that is what is built.
await runAsProcess(async (args) => {
  const built = await runTool("turbo", ["run", "build", "bundles", "--output-logs=errors-only"]);
  return built || runTool("tsx", ["tests/src/prove.ts", ...args]);
});
