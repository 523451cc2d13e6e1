import { expect, it } from "vitest";
import { filesBelow, packages, read } from "../src/repo.js";

/** Where commands are printed, or written for people and machines to run; tests may hold wrong ones. */
const files = (
  await filesBelow(".", ".md", ".ts", ".js", ".yaml", ".yml", ".json", "CODEOWNERS", "run")
).filter((file) => !/(^|\/)(test|generated|apis|upstream)\/|pnpm-lock|^docs\/adr\//.test(file));

/** Every command in them that begins with these words, with the file that has it. */
async function commands(begin: RegExp): Promise<{ file: string; command: string }[]> {
  const found: { file: string; command: string }[] = [];
  for (const file of files) {
    for (const [, command = ""] of (await read(file)).matchAll(begin))
      found.push({ file, command });
  }
  return found;
}

async function manifestOf(
  folder: string,
): Promise<{ name: string; scripts: object; bin?: object }> {
  return JSON.parse(await read(`${folder}/package.json`));
}

const workspaces = ["scripts", "tests", "benchmarks", "specs", "examples", "site"].concat(
  packages.map((name) => `packages/${name}`),
);
const manifests = new Map<string, { name: string; scripts?: object; bin?: object }>();
for (const folder of [".", ...workspaces]) manifests.set(folder, await manifestOf(folder));

/** Options of pnpm before the script, the folder or package they choose, and the script. */
function scriptOf(command: string): { folder: string; script: string } {
  const words = command.split(" ");
  let folder = ".";
  let at = 0;
  for (; words[at]?.startsWith("-"); at++) {
    if (words[at] === "--dir") folder = words[++at] ?? "";
    if (words[at] === "--filter") {
      const name = words[++at];
      folder = [...manifests].find(([, one]) => one.name === name)?.[0] ?? String(name);
    }
  }
  return { folder, script: words[at] ?? "" };
}

it("every command that npx runs asks nothing, or runs what a project has installed", async () => {
  const installed = [...manifests.values()].flatMap(({ bin }) => Object.keys(bin ?? {}));
  const found = await commands(
    // Where a command begins: a line, a quotation, or what stands before one in a script.
    /(?:^\s*|[`"'(]|run: |if |&& )npx ((?:-[\w-]+ )*[@\w][^\s`"'…,;)]*)/gm,
  );
  expect(found.length).toBeGreaterThan(50);
  // A package that is named in full may ask whether to install it: people run the emulator by hand.
  const asking = found.filter(
    ({ command }) =>
      !/^--((yes|no|no-install) |package @cloud-clients\/emulator$)/.test(command) &&
      !["spec-tools", ...installed].includes(command),
  );
  expect(asking).toEqual([]);
});

it("every script that a command runs is there", async () => {
  const own = ["exec", "install", "store"];
  const found = await commands(/npx --yes pnpm@10 ([a-z-][\w@/. -]*)/g);
  expect(found.length).toBeGreaterThan(50);
  const missing = found.filter(({ command }) => {
    const { folder, script } = scriptOf(command);
    return !own.includes(script) && !Object.hasOwn(manifests.get(folder)?.scripts ?? {}, script);
  });
  expect(missing).toEqual([]);
});

it("no page of this repository runs pnpm, which need not be installed", async () => {
  const found = await commands(/(?:^|`)((?:pnpm|turbo|vitest) [a-z-]+)[^\n]*/gm);
  // These are for other repositories, which may well have it.
  const others = ["docs/pipeline.md", "packages/spec-tools/README.md"];
  expect(found.filter(({ file }) => file.endsWith(".md") && !others.includes(file))).toEqual([]);
});
