import { runTool } from "./lib/run-tool.js";

process.exitCode = await runTool("turbo", process.argv.slice(2));
