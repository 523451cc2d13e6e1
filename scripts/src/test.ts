import { runAsProcess } from "./lib/command.js";

await runAsProcess(async (args, output) => {
  const { testAll } = await import("./lib/test-all.js");
  return testAll(args, output);
});
