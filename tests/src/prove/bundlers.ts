import { mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { run } from "../run.js";
import { fetchTools } from "./fetch-package.js";
import { type Bundled, bundled, marks } from "./programs.js";
import { reasonOf } from "./reason.js";
import type { versions } from "./versions.js";

/** A program that puts others and what they import into one file. */
export interface Bundler {
  readonly name: string;
  readonly tools: readonly (keyof typeof versions)[];
  /** What users have to know, for the page. */
  readonly note: string;
  /**
   * An ES module that is run with a platform, the program and the file to write. It prints a line per warning, and
   * sets what everybody has to set for such a platform, no more.
   */
  readonly script: string;
}

/** The bundlers that are proven. */
export const bundlers: readonly Bundler[] = [
  {
    name: "esbuild",
    tools: ["esbuild"],
    // A dependency of the emulator is CommonJS and requires a module of Node.
    note: "; an ES module for Node with the emulator needs a `require`, made by `createRequire` in a banner",
    script: `
import { build } from "esbuild";
const [, , platform, program, outfile] = process.argv;
const banner = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";
const { warnings } = await build({
  entryPoints: [program],
  bundle: true,
  minify: true,
  format: "esm",
  platform,
  outfile,
  banner: platform === "node" ? { js: banner } : {},
  logLevel: "silent",
});
for (const { location, text } of warnings) console.log(\`\${location?.file}:\${location?.line}: \${text}\`);
`,
  },
  {
    name: "Rollup",
    tools: [
      "rollup",
      "@rollup/plugin-node-resolve",
      "@rollup/plugin-commonjs",
      "@rollup/plugin-json",
    ],
    note: "; OpenTelemetry's own modules make it warn, and stay outside",
    script: `
import { builtinModules } from "node:module";
import commonjs from "@rollup/plugin-commonjs";
import json from "@rollup/plugin-json";
import resolve from "@rollup/plugin-node-resolve";
import { rollup } from "rollup";
const [, , platform, input, file] = process.argv;
const inNode = platform === "node";
const bundle = await rollup({
  input,
  plugins: inNode ? [resolve(), commonjs(), json()] : [resolve({ browser: true })],
  external: inNode ? [/^node:/, ...builtinModules, "@opentelemetry/api"] : [],
  onLog: (level, { id, message }) => {
    if (level === "warn") console.log(id === undefined ? message : \`\${id}: \${message}\`);
  },
});
await bundle.write({ file, format: "es" });
`,
  },
  {
    name: "Vite",
    tools: ["vite"],
    note: "",
    script: `
import { basename, dirname } from "node:path";
import { build, createLogger } from "vite";
const [, , platform, program, file] = process.argv;
const warn = (text) => console.log(text);
await build({
  configFile: false,
  logLevel: "warn",
  customLogger: { ...createLogger("warn"), warn, warnOnce: warn },
  build: {
    target: "es2022",
    minify: true,
    outDir: dirname(file),
    emptyOutDir: false,
    ssr: platform === "node",
    rollupOptions: { input: program, output: { entryFileNames: basename(file) } },
  },
  ssr: { noExternal: true },
});
`,
  },
  {
    name: "webpack",
    tools: ["webpack"],
    note: "",
    script: `
import { basename, dirname, resolve } from "node:path";
import webpack from "webpack";
const [, , platform, program, file] = process.argv;
const options = {
  mode: "production",
  target: platform === "node" ? "node20.19" : "web",
  entry: resolve(program),
  output: { path: resolve(dirname(file)), filename: basename(file), module: true },
  experiments: { outputModule: true },
  performance: false,
};
webpack(options, (error, stats) => {
  if (error) throw error;
  const { errors, warnings } = stats.toJson({ all: false, errors: true, warnings: true });
  for (const { moduleName, message } of [...errors, ...warnings]) console.log(\`\${moduleName}: \${message}\`);
});
`,
  },
];

/**
 * Bundles each program and runs the bundles in this Node. A bundle with one call must have no code for lists and edits.
 *
 * @param project - has our packages installed.
 * @param options - `tools`: the node_modules that has the bundler; fetched when not given. `programs`: others than ours.
 * @returns a line per warning and per bundle that is not as it should be.
 * @throws NotHere when the bundler cannot be fetched.
 */
export async function proveBundler(
  { name, tools: names, script }: Bundler,
  project: string,
  {
    tools,
    programs = bundled,
  }: { tools?: string; programs?: Record<keyof typeof bundled, Bundled> } = {},
): Promise<string[]> {
  const folder = join(project, name.toLowerCase());
  await mkdir(folder);
  await symlink(tools ?? (await fetchTools(...names)), join(folder, "node_modules"), "junction");
  await writeFile(join(folder, "bundle.mjs"), script);
  const problems: string[] = [];
  const texts = new Map<string, string>();
  for (const [program, one] of Object.entries(programs)) {
    const found = await bundle(program, one, folder);
    problems.push(...found.problems.map((problem) => `${program}.mjs: ${problem}`));
    texts.set(program, found.text);
  }
  const { edits, lists } = marks;
  const call = texts.get("oneCall") ?? "";
  const both = texts.get("listAndEdit") ?? "";
  if (!both.includes(edits) || !both.includes(lists)) {
    problems.push(`listAndEdit.mjs: has no ${edits} or ${lists}, by which the code is known`);
  }
  if (call.includes(edits) || call.includes(lists)) {
    problems.push("oneCall.mjs: has code for lists or edits, which it does not call");
  }
  return problems;
}

async function bundle(
  program: string,
  { platform, code, prints }: Bundled,
  folder: string,
): Promise<{ text: string; problems: string[] }> {
  const source = `${program}.mjs`;
  const made = join("dist", source);
  await writeFile(join(folder, source), code);
  try {
    const { stdout } = await run(process.execPath, ["bundle.mjs", platform, source, made], folder);
    const problems = stdout.split("\n").filter((line) => line.trim() !== "");
    const text = await readFile(join(folder, made), "utf8");
    const printed = (await run(process.execPath, [join(folder, made)], join(folder, ".."))).stdout;
    if (printed.trim() !== prints) problems.push(`its bundle prints ${JSON.stringify(printed)}`);
    return { text, problems };
  } catch (error) {
    return { text: "", problems: [reasonOf(error)] };
  }
}
