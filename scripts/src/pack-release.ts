import { runAsProcess } from "@cloud-clients/spec-tools/command";

await runAsProcess(async (args, output) => {
  const { packRelease } = await import("./lib/pack-release.js");
  return packRelease(args, output);
});
