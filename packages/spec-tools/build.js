// Builds what is published: the command, the rules of lint as Redocly loads them, and the versions that new packages
// depend on.
import { chmod, copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { build } from "esbuild";
import { parse } from "yaml";
import { bundled, command, lintPlugin } from "./bundling.js";

const here = (/** @type {string} */ path) => new URL(path, import.meta.url);

await rm(here("dist"), { recursive: true, force: true });
await mkdir(here("dist"));
await build({
  ...command,
  banner: { js: `#!/usr/bin/env node\n${command.banner.js}` },
  outdir: "dist",
});
await chmod(here("dist/cli.cjs"), 0o755);
await build({ ...lintPlugin, outdir: "dist" });
// The package would install fifty megabytes of programs that nobody runs.
await copyFile(fileOf("recheck", "lib/browser.js"), here("dist/recheck.cjs"));
for (const name of [bundled, "recheck"]) {
  await copyFile(fileOf(name, "LICENSE"), here(`dist/LICENSE.${name}`));
}
// It names the plugin beside it, here and there.
await copyFile(here("redocly.yaml"), here("dist/redocly.yaml"));
await writeFile(here("dist/versions.json"), `${JSON.stringify(await versions(), null, 2)}\n`);

/**
 * A file of an installed package, whatever its exports are.
 *
 * @param {string} name
 * @param {string} path
 */
function fileOf(name, path) {
  return here(`node_modules/${name}/${path}`);
}

/** The versions of this repository: what a new package depends on was tested together. */
async function versions() {
  const { catalog } = parse(await readFile(here("../../pnpm-workspace.yaml"), "utf8"));
  /** @type {Record<string, string>} */
  const found = {};
  for (const name of ["runtime", "emulator", "spec-tools"]) {
    const manifest = JSON.parse(await readFile(here(`../${name}/package.json`), "utf8"));
    found[manifest.name] = `^${manifest.version}`;
  }
  for (const name of ["@types/node", "pkgroll", "typescript"]) {
    found[name] = catalog[name].replace(/^(?=\d)/, "^");
  }
  return found;
}
