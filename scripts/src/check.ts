import { runAsProcess } from "./lib/command.js";

await runAsProcess(async (args, output) => {
  const { check } = await import("./lib/check.js");
  return check(args, output);
});
