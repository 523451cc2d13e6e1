#!/usr/bin/env node
// Runs a command from its sources: `node packages/spec-tools/run.js generate`. No build stands between a change and
// its effect; what is published is built by build.js.
import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { build } from "esbuild";
import { command } from "./bundling.js";

const { outputFiles } = await build({
  ...command,
  outdir: "node_modules/.cache",
  // What has a name of its own is written once, and another command may be reading it.
  entryNames: "[name]-[hash]",
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
