import { runAsProcess } from "@cloud-clients/spec-tools/command";

await runAsProcess(async (args, output) => {
  const { runForApis } = await import("./lib/run-for-apis.js");
  return runForApis(args, output);
});
