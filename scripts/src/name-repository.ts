import { runAsProcess } from "@cloud-clients/spec-tools/command";

await runAsProcess(async (args, output) => {
  const { nameRepository } = await import("./lib/name-repository.js");
  return nameRepository(args, output);
});
