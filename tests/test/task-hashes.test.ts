import { appendFile, cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { apis, read, root } from "../src/repo.js";
import { run } from "../src/run.js";

const tasks = [
  "generate",
  "check",
  "lint",
  "build",
  "bundles",
  "typecheck",
  "check-report",
  "test",
];
const scope = "@cloud-clients/";
/** A third API, as `new-api` would make it: nothing but its own package, specs/ and tests/ knows it. */
const added = "added-api";
const api = `packages/${added}`;
const coverage = `${api}/src/generated/coverage.json`;
const manifest = { name: `${scope}${added}`, version: "0.1.0" };

/** The tests of the workspaces that read the whole checkout, whatever was touched. */
const readsAll = ["tests#test"];

let folder: string;
let before: Map<string, string>;

/** A copy of this checkout with one more API. Nothing is installed there: turbo is only asked what it would run. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "task-hashes-"));
  const listed = ["ls-files", "--cached", "--others", "--exclude-standard", "--deduplicate"];
  const { stdout } = await run("git", listed, root);
  for (const file of stdout.trimEnd().split("\n")) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await cp(join(root, file), join(folder, file)).catch((error) => {
      // Deleted, and not yet committed.
      if (error.code !== "ENOENT") throw error;
    });
  }
  await addApi();
  await run("git", ["init", "--quiet"], folder);
  await run("git", ["add", "--all"], folder);
  before = await hashes();
});

afterAll(() => rm(folder, { recursive: true, force: true }));

beforeEach(() => run("git", ["checkout", "--quiet", "--", "."], folder));

async function addApi(): Promise<void> {
  const file = (path: string, text: string) => writeFile(join(folder, path), text);
  const [model = ""] = apis;
  await cp(join(folder, "specs", model), join(folder, "specs", added), { recursive: true });
  await mkdir(join(folder, api, "src/generated"), { recursive: true });
  const { scripts, devDependencies } = JSON.parse(await read(`packages/${model}/package.json`));
  delete scripts.emulate;
  const dependencies = { "@cloud-clients/runtime": "workspace:*" };
  await file(
    `${api}/package.json`,
    JSON.stringify({ ...manifest, scripts, dependencies, devDependencies }),
  );
  const config = JSON.parse((await read(`packages/${model}/turbo.json`)).replaceAll(model, added));
  delete config.tasks.emulate;
  config.tasks.test.dependsOn = config.tasks.test.dependsOn.filter(
    (one: string) => one !== "emulate",
  );
  await file(`${api}/turbo.json`, JSON.stringify(config));
  await file(`${api}/src/generated/index.ts`, "export {};\n");
  await file(coverage, "{}\n");
  await file(`${api}/README.md`, "# Added\n");
  for (const path of ["specs/package.json", "tests/package.json"]) {
    const one = JSON.parse(await read(path));
    one.devDependencies[manifest.name] = "workspace:*";
    await file(path, JSON.stringify(one));
  }
}

/** What turbo would look for in its cache, by task. */
async function hashes(machine = "node-20.19.0-linux-x64"): Promise<Map<string, string>> {
  const turbo = join(root, "node_modules/.bin/turbo");
  const env = { CLOUD_CLIENTS_MACHINE: machine, TURBO_TELEMETRY_DISABLED: "1" };
  const { stdout } = await run(turbo, ["run", ...tasks, "--dry=json"], folder, env);
  const { tasks: planned } = JSON.parse(stdout) as {
    tasks: {
      taskId: string;
      hash: string;
      command: string;
      resolvedTaskDefinition: { cache: boolean };
    }[];
  };
  const real = planned.filter(({ command }) => command !== "<NONEXISTENT>");
  expect(real.filter((one) => !one.resolvedTaskDefinition.cache)).toEqual([]);
  return new Map(real.map(({ taskId, hash }) => [taskId.replace(scope, ""), hash]));
}

/** The tasks that would run again after something was appended to files. */
async function rerunAfter(...files: string[]): Promise<string[]> {
  for (const path of files) await appendFile(join(folder, path), "\n");
  return changed(await hashes());
}

function changed(after: ReadonlyMap<string, string>): string[] {
  expect([...after.keys()].sort()).toEqual([...before.keys()].sort());
  return [...after].flatMap(([task, hash]) => (before.get(task) === hash ? [] : [task])).sort();
}

const of = (workspace: string, ...names: string[]) => names.map((name) => `${workspace}#${name}`);

describe("what runs again", () => {
  it("after a change of one API's source: that API's commands, and what is made of all APIs", async () => {
    expect(await rerunAfter(`specs/${added}/source/openapi.yaml`)).toEqual(
      [...of(added, "generate", "check", "lint"), "specs#generate", ...readsAll].sort(),
    );
  });

  it("after a change of one API's bundle and types: that API, and those that depend on it", async () => {
    const files = [`specs/${added}/openapi.yaml`, `${api}/src/generated/index.ts`];
    expect(await rerunAfter(...files)).toEqual(
      [
        ...of(added, "generate", "check", "lint", "build", "typecheck", "check-report", "test"),
        "specs#generate",
        // It ships all bundles.
        ...of("emulator", "bundles", "test"),
        // It shows all bundles and exports.
        "site#test",
        "tests#typecheck",
        ...readsAll,
      ].sort(),
    );
  });

  it("after a change of what the pages about all APIs say of one: those pages, too", async () => {
    const without = await rerunAfter(`${api}/src/generated/index.ts`);
    const again = await rerunAfter(coverage);
    expect(again.filter((task) => !without.includes(task))).toEqual(["specs#check"]);
  });

  it("after a change of a README: nothing but the tests that read it", async () => {
    expect(await rerunAfter(`${api}/README.md`, "packages/runtime/README.md")).toEqual(
      ["site#test", ...readsAll].sort(),
    );
  });

  it("after a change of the pipeline: every API's commands, and no build or test of an API", async () => {
    const again = await rerunAfter("packages/spec-tools/src/emit/lists.ts");
    const all = [...apis, added];
    expect(again).toEqual(
      [
        ...all.flatMap((one) => of(one, "generate", "check", "lint")),
        ...of("specs", "generate", "check"),
        ...of("spec-tools", "build", "typecheck", "test"),
        ...of("api-contract", "typecheck"),
        ...of("scripts", "typecheck", "test"),
        ...of("site", "typecheck", "test"),
        "tests#typecheck",
        ...readsAll,
      ].sort(),
    );
  });

  it("after a change of a contract test: that API's tests, and what its coverage says", async () => {
    const [one = ""] = apis;
    expect(await rerunAfter(`packages/${one}/test/operations.contract.test.ts`)).toEqual(
      [...of(one, "typecheck", "test"), ...of("specs", "generate", "check"), ...readsAll].sort(),
    );
  });

  it("under another Node version, or on another platform: all tests, and nothing else", async () => {
    const tests = [...before.keys()].filter((task) => task.endsWith("#test")).sort();
    expect(tests.length).toBeGreaterThan(7);
    for (const other of ["node-20.19.1-linux-x64", "node-20.19.0-linux-arm64"]) {
      expect(changed(await hashes(other))).toEqual(tests);
    }
  });
});

it("no machine takes an artifact from a remote cache that nobody signed, or a short key signed", async () => {
  const { remoteCache, futureFlags } = JSON.parse(await read("turbo.json"));
  expect(remoteCache).toEqual({ signature: true });
  expect(futureFlags).toMatchObject({ longerSignatureKey: true });
});

it("every API's package says turbo its name where the tasks of an API need it", async () => {
  const named = await Promise.all(
    apis.map(async (one) => {
      const text = await readFile(join(root, "packages", one, "turbo.json"), "utf8");
      return JSON.parse(text.replaceAll(`/specs/${one}/`, "/specs/NAME/"));
    }),
  );
  for (const { tasks: own } of named) {
    const { generate, check, lint, build } = own;
    expect({ generate, check, lint, build }).toEqual({
      generate: {
        cache: true,
        inputs: ["$TURBO_ROOT$/specs/NAME/**"],
        outputs: ["src/generated/**", "$TURBO_ROOT$/specs/NAME/openapi.yaml"],
      },
      check: { cache: true, inputs: ["$TURBO_ROOT$/specs/NAME/**", "src/generated/**"] },
      lint: {
        cache: true,
        inputs: ["$TURBO_ROOT$/specs/NAME/**", "$TURBO_ROOT$/redocly.yaml"],
      },
      build: {
        dependsOn: [`${scope}runtime#build`],
        inputs: ["$TURBO_EXTENDS$", "$TURBO_ROOT$/specs/NAME/openapi.yaml"],
      },
    });
  }
});
