import { runAsProcess } from "./lib/command.js";

await runAsProcess(async (args, output) => {
  const { generate } = await import("./lib/generate.js");
  return generate(args, output);
});
