import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it, onTestFinished } from "vitest";

const execute = promisify(execFile);
const own = fileURLToPath(new URL("../", import.meta.url));

it("run.js runs what the sources say now, and puts them together once", async () => {
  const root = await realpath(await mkdtemp(join(tmpdir(), "run-from-sources-")));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const tools = join(root, "spec-tools");
  await mkdir(join(tools, "src"), { recursive: true });
  await mkdir(join(tools, "node_modules"));
  await mkdir(join(root, "openapi-model/src"), { recursive: true });
  for (const file of ["run.js", "bundling.js"]) await cp(join(own, file), join(tools, file));
  await writeFile(join(tools, "package.json"), '{ "type": "module" }\n');
  for (const name of ["esbuild", "json-schema-faker"]) {
    await symlink(
      await realpath(join(own, "node_modules", name)),
      join(tools, "node_modules", name),
    );
  }
  const model = (word: string) =>
    writeFile(join(root, "openapi-model/src/index.ts"), `export const word: string = "${word}";\n`);
  const command = (end: string) =>
    writeFile(
      join(tools, "src/cli.ts"),
      `import { word } from "@cloud-clients/openapi-model";\nconsole.log(word + "${end}");\n`,
    );
  const said = async () => (await execute(process.execPath, [join(tools, "run.js")])).stdout;
  const bundles = async () =>
    (await readdir(join(tools, "node_modules/.cache"))).filter((name) => name.startsWith("cli-"));

  await model("one");
  await command(".");
  expect([await said(), await said()]).toEqual(["one.\n", "one.\n"]);
  expect(await bundles()).toHaveLength(1);
  await command("!");
  expect(await said()).toBe("one!\n");
  await model("two");
  expect(await said()).toBe("two!\n");
  await model("one");
  await command(".");
  expect(await said()).toBe("one.\n");
  expect(await bundles()).toHaveLength(3);
});
