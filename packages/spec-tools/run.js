// Runs a command: `node packages/spec-tools/run.js generate`. Node knows no TypeScript yet, and a loader would
// look into every file that is imported, nine megabytes of the compiler among them: a second and 100 MB each
// time. So the sources of this package, and nothing else, are put together first, as CommonJS, for which Node
// looks into no file either.
import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const { outputFiles } = await build({
  absWorkingDir: fileURLToPath(new URL(".", import.meta.url)),
  entryPoints: ["src/cli.ts"],
  // As deep below this package as the sources are, which look for their neighbours from where they stand.
  outdir: "node_modules/.cache",
  // What has a name of its own is written once, and another command may be reading it.
  entryNames: "[name]-[hash]",
  alias: { "@cloud-clients/openapi-model": "../openapi-model/src/index.ts" },
  banner: { js: `const ownAddress = require("node:url").pathToFileURL(__filename).href;` },
  bundle: true,
  define: { "import.meta.url": "ownAddress" },
  format: "cjs",
  outExtension: { ".js": ".cjs" },
  packages: "external",
  platform: "node",
  target: "node20",
  write: false,
});
for (const { path, contents } of outputFiles) {
  if (!existsSync(path)) {
    mkdirSync(new URL("node_modules/.cache", import.meta.url), { recursive: true });
    const aside = `${path}.${process.pid}`;
    writeFileSync(aside, contents);
    renameSync(aside, path);
  }
  createRequire(import.meta.url)(path);
}
