import { runAsProcess } from "./lib/command.js";

await runAsProcess(async (args, output) => {
  const { lint } = await import("./lib/lint.js");
  return lint(args, output);
});
