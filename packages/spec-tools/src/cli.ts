import { runNamed } from "./base/command.js";
import { runLine } from "./base/run-line.js";

void runNamed({
  changes: async () => (await import("./commands/changes.js")).changes,
  check: async () => (await import("./commands/check.js")).check,
  coverage: async () => (await import("./commands/coverage.js")).coverage,
  generate: async () => (await import("./commands/generate.js")).generate,
  "import-docs": async () => {
    const { importDocs } = await import("./commands/import-docs.js");
    return (args, output) => importDocs(args, output, fetch);
  },
  "new-api": async () => {
    const { newApi } = await import("./commands/new-api.js");
    const { readVersions } = await import("./scaffold/versions.js");
    const versions = await readVersions();
    return (args, output) => newApi(args, output, { fetch, run: runLine, versions });
  },
  lint: async () => (await import("./commands/lint.js")).lint,
  lines: async () => (await import("./commands/lines.js")).lines,
  "ship-spec": async () => (await import("./commands/ship-spec.js")).shipSpec,
});
