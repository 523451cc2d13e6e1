#!/usr/bin/env node
// Runs a command from its sources: `node packages/spec-tools/run.js generate`. No build stands between a change and
// its effect; what is published is built by build.js.
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import module, { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { command } from "./bundling.js";

const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));
const cache = here("node_modules/.cache");
const file = `${cache}/cli-${hashOfSources()}.cjs`;
if (!existsSync(file)) await bundleInto(file);
// Node 20 cannot keep what it has compiled.
if ("enableCompileCache" in module && typeof module.enableCompileCache === "function") {
  module.enableCompileCache(`${cache}/compiled`);
}
createRequire(import.meta.url)(file);

/** A hash of all that the bundle is made of, so that tasks of many APIs do not make it again each. */
function hashOfSources() {
  const hash = createHash("sha256");
  hash.update(JSON.stringify([command, import.meta.resolve("esbuild")]));
  for (const folder of ["src", "../openapi-model/src"]) {
    const entries = readdirSync(here(folder), { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath}/${entry.name}`);
    for (const path of files.sort()) {
      hash.update(`\0${path}\0`);
      hash.update(readFileSync(path));
    }
  }
  return hash.digest("hex").slice(0, 16);
}

/** @param {string} path */
async function bundleInto(path) {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({ ...command, outfile: path, write: false });
  mkdirSync(cache, { recursive: true });
  // Another command may be reading it.
  const aside = `${path}.${process.pid}`;
  for (const { contents } of outputFiles) writeFileSync(aside, contents);
  renameSync(aside, path);
}
