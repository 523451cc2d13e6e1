import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeVersions } from "../src/write-versions.js";

const execute = promisify(execFile);
const root = fileURLToPath(new URL("../../", import.meta.url));
const changesets = createRequire(join(root, "package.json")).resolve("@changesets/cli/bin.js");
const api = "ppio-gpu";
let folder = "";

/** What releases read of this checkout, with a change of the runtime and one of an API that wait. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "versions-"));
  const copied = [
    "package.json",
    "pnpm-workspace.yaml",
    "pnpm-lock.yaml",
    ".changeset/config.json",
  ];
  for (const name of await readdir(join(root, "packages"))) {
    for (const file of ["package.json", "CHANGELOG.md", "src/version.ts"]) {
      copied.push(`packages/${name}/${file}`);
    }
  }
  for (const file of copied) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await cp(join(root, file), join(folder, file)).catch(() => undefined);
  }
  await write(
    ".changeset/a.md",
    `---\n"@cloud-clients/runtime": minor\n---\n\nRetries are counted.\n`,
  );
  await write(
    ".changeset/b.md",
    `---\n"@cloud-clients/${api}": minor\n---\n\nBreaking: \`Job.envs\` is gone.\n`,
  );
  await execute("git", ["init", "--quiet"], { cwd: folder });
  await execute(process.execPath, [changesets, "version"], { cwd: folder });
  await writeVersions(folder);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe("version-packages", () => {
  it("raises a package by its changesets, and tells why in its changelog", async () => {
    expect(await versionOf(api)).toBe("0.2.0");
    const changelog = await read(`packages/${api}/CHANGELOG.md`);
    expect(changelog).toMatch(/^# @cloud-clients\/ppio-gpu\n\n## 0\.2\.0\n/);
    expect(changelog).toContain("Breaking: `Job.envs` is gone.");
  });

  it("raises the patch version of what depends on the runtime, and says so", async () => {
    expect(await versionOf("runtime")).toBe("0.2.0");
    expect(await versionOf("huaweicloud-vpcep")).toBe("0.1.1");
    const changelog = await read("packages/huaweicloud-vpcep/CHANGELOG.md");
    expect(changelog).toContain("@cloud-clients/runtime@0.2.0");
  });

  it("leaves what depends on neither", async () => {
    expect(await versionOf("emulator")).toBe("0.1.0");
  });

  it("writes the version that a client sends", async () => {
    expect(await read(`packages/${api}/src/version.ts`)).toContain(`"@cloud-clients/${api}/0.2.0"`);
  });

  it("uses up the changesets", async () => {
    expect(await readdir(join(folder, ".changeset"))).toEqual(["config.json"]);
  });
});

async function versionOf(name: string): Promise<string> {
  return JSON.parse(await read(`packages/${name}/package.json`)).version;
}

function read(path: string): Promise<string> {
  return readFile(join(folder, path), "utf8");
}

function write(path: string, text: string): Promise<void> {
  return writeFile(join(folder, path), text);
}
