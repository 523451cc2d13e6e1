import { runAsProcess } from "./lib/command.js";

await runAsProcess(async (args, output) => {
  const { importDocs } = await import("./lib/import-docs.js");
  return importDocs(args, output, fetch);
});
