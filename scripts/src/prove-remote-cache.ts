import { runAsProcess } from "@cloud-clients/spec-tools/command";

await runAsProcess(async (args, output) => {
  const { proveRemoteCache } = await import("./lib/prove-remote-cache.js");
  return proveRemoteCache(args, output);
});
