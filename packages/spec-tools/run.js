// Runs a command: `node packages/spec-tools/run.js generate`. Node knows no TypeScript yet, and a loader would
// look into every file that is imported, nine megabytes of the compiler among them: a second and 100 MB each
// time. So the sources of this package, and nothing else, are put together first.
import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const { outputFiles } = await build({
  absWorkingDir: fileURLToPath(new URL(".", import.meta.url)),
  entryPoints: ["src/cli.ts"],
  // As deep below this package as the sources are, which look for their neighbours from where they stand.
  outdir: "node_modules/.cache",
  // What has a name of its own is written once, and a second command may be reading it.
  entryNames: "[name]-[hash]",
  chunkNames: "[name]-[hash]",
  alias: { "@cloud-clients/openapi-model": "../openapi-model/src/index.ts" },
  bundle: true,
  format: "esm",
  outExtension: { ".js": ".mjs" },
  packages: "external",
  platform: "node",
  splitting: true,
  target: "node20",
  write: false,
});
mkdirSync(new URL("node_modules/.cache", import.meta.url), { recursive: true });
for (const { path, contents } of outputFiles) {
  if (existsSync(path)) continue;
  const aside = `${path}.${process.pid}`;
  writeFileSync(aside, contents);
  renameSync(aside, path);
}
const entry = outputFiles.find(({ path }) => /[/\\]cli-\w+\.mjs$/.test(path));
await import(pathToFileURL(entry?.path ?? "").href);
