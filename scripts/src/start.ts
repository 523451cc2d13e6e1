import { runAsProcess } from "./lib/command.js";

await runAsProcess(async (_args, output) => {
  const { start } = await import("./lib/start.js");
  return start(output);
});
