import { runAsProcess } from "@cloud-clients/spec-tools/command";

await runAsProcess(async (args, output) => {
  const { testAll } = await import("./lib/test-all.js");
  return testAll(args, output);
});
