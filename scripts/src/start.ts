import { runAsProcess } from "@cloud-clients/spec-tools/command";

await runAsProcess(async (_args, output) => {
  const { start } = await import("./lib/start.js");
  return start(output);
});
