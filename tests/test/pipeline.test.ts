import { cp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { publint } from "publint";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { root } from "../src/repo.js";
import { run } from "../src/run.js";
import { type TeamRepository, teamRepository } from "../src/team-repository.js";

let team: TeamRepository;

beforeAll(async () => {
  team = await teamRepository();
}, 120_000);

afterAll(() => rm(dirname(team.folder), { recursive: true, force: true }));

const lines = (text: string) => text.trimEnd().split("\n");
const read = (path: string) => readFile(join(team.folder, path), "utf8");

describe("a repository with specs, a config and the packed packages", { timeout: 120_000 }, () => {
  it("has some twenty files, and none of ours among them", async () => {
    const files = await filesBelow(join(root, "tests/fixtures/acme-clients"));
    expect(files.length).toBeLessThan(25);
    expect(files.filter((file) => /generated|lint-plugin|node_modules/.test(file))).toEqual([]);
  });

  it("generates bundles, types and functions into its own folders, and then holds", async () => {
    const refused = await team.npm("run", "check");
    expect(refused.code).toBe(1);
    expect(refused.err).toContain("apis/parcels/openapi.yaml: missing; run: npm run generate");
    const generated = await team.npm("run", "generate");
    expect(generated).toMatchObject({ code: 0, err: "" });
    expect(lines(generated.out).map((line) => line.split(/ +/)[0])).toEqual(
      expect.arrayContaining([
        "apis/parcels/openapi.yaml",
        "clients/parcels/src/generated/lists.ts",
        "COVERAGE.md",
      ]),
    );
    expect(await team.npm("run", "check")).toEqual({
      code: 0,
      out: "apis/parcels: upstream, overlays, examples and generated files hold\n",
      err: "",
    });
  });

  it("is linted by the rules of the package and by one of its own", async () => {
    expect(await team.npm("run", "lint")).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^1 bundles? and 5 overlays: no error, no warning\n$/),
    });
    const overlay = join(team.folder, "apis/parcels/overlays/0030-faults.yaml");
    await writeFile(
      overlay,
      `overlay: 1.0.0
info: { title: Three faults, version: 1.0.0 }
actions:
  - target: $.paths['/v1/parcels'].get
    update: { operationId: list_parcels }
  - target: $.info.contact
    remove: true
  - target: $.components.schemas.Parcel.properties.state
    update: { x-enum-open: 1 }
`,
    );
    const { code, out, err } = await team.npm("run", "lint");
    expect(code).toBe(1);
    for (const rule of ["rule/operation-id-camel-case", "info-contact", "house/response-enum-open"])
      expect(out + err).toContain(rule);
    await rm(overlay);
  });

  it("gets a new API by one command, and a package that depends on what is published", async () => {
    const vendor = join(team.folder, "meridian.yaml");
    await cp(join(root, "tests/apis/meridian-dns.yaml"), vendor);
    const address = ["--address", "https://docs.meridian-dns.test/api.yaml"];
    const made = await team.npm(
      "run",
      "new-api",
      "--",
      "dns",
      "--from",
      "meridian.yaml",
      ...address,
    );
    await rm(vendor);
    expect(made).toMatchObject({ code: 0, err: "" });
    expect(lines(made.out).at(-1)).toBe("then run: npm run new-api dns -- --confirm");
    const confirmed = await team.npm("run", "new-api", "dns", "--", "--confirm");
    expect(confirmed).toMatchObject({ code: 0, err: "" });
    expect(lines(confirmed.out).at(-1)).toBe("then run: npm install && npm test");
    const manifest = JSON.parse(await read("clients/dns/package.json"));
    const own = JSON.parse(await readFile(join(root, "packages/runtime/package.json"), "utf8"));
    expect(manifest).toMatchObject({
      name: "@acme/dns",
      license: "Apache-2.0",
      author: "Acme Logistics <clients@acme.test>",
      dependencies: { "@cloud-clients/runtime": `^${own.version}` },
    });
    expect(JSON.stringify(manifest)).not.toMatch(/workspace:|catalog:|\.\.\//);
  });

  it("is kept from a pattern that runs for ever, by the copy of the checker that comes along", async () => {
    const vendor = join(team.folder, "slow.yaml");
    const text = await readFile(join(root, "tests/apis/meridian-dns.yaml"), "utf8");
    await writeFile(vendor, text.replace("maxLength: 200", 'maxLength: 200, pattern: "^(a|a)*$"'));
    const made = await team.npm("run", "new-api", "--", "slow", "--from", "slow.yaml");
    await rm(vendor);
    expect(made.code).toBe(1);
    expect(made.err).toContain("some texts take exponential time to match");
  });

  it("builds, typechecks and tests its packages against the emulator", async () => {
    await team.install();
    const { code, out, err } = await team.npm("test");
    expect(code, out + err).toBe(0);
    for (const name of ["@acme/parcels", "@acme/dns"]) {
      for (const task of ["build", "typecheck", "test"]) expect(out).toContain(`${name}:${task}`);
    }
    expect(out).toMatch(/@acme\/dns:test: .*listZones returns every item once/);
    expect(out).toMatch(
      /@acme\/parcels:test: .*replaceWatchers and addWatchers write what is read/,
    );
    expect(out).not.toMatch(/# fail [1-9]|✖/);
  });

  it("builds and checks an API again when its specs change, and no other", async () => {
    const hashes = async () => {
      const tasks = ["build", "check", "lint"];
      const { out } = await team.npm("exec", "--", "turbo", "run", ...tasks, "--dry=json");
      const planned: { taskId: string; hash: string }[] = JSON.parse(out).tasks;
      return new Map(planned.map(({ taskId, hash }) => [taskId, hash]));
    };
    const before = await hashes();
    const bundle = "apis/parcels/openapi.yaml";
    const text = await read(bundle);
    await writeFile(join(team.folder, bundle), `${text}# touched\n`);
    const after = await hashes();
    await writeFile(join(team.folder, bundle), text);
    const changed = [...after].filter(([task, hash]) => before.get(task) !== hash);
    expect(changed.map(([task]) => task).sort()).toEqual([
      "@acme/parcels#build",
      "@acme/parcels#check",
      "@acme/parcels#lint",
    ]);
    expect(after.size).toBe(6);
  });

  it("knows our names as those of dependencies only", async () => {
    const ours = /@cloud-clients\/(?!(?:runtime|emulator|spec-tools)\b)[\w-]+/g;
    const found: Record<string, string[]> = {};
    for (const folder of ["apis", "clients"]) {
      for (const file of await filesBelow(join(team.folder, folder))) {
        const text = await readFile(join(team.folder, folder, file), "utf8");
        const names = [...text.matchAll(ours)].map(([name]) => name);
        if (names.length > 0 || /npx --yes pnpm/.test(text)) found[file] = names;
      }
    }
    expect(found).toEqual({});
  });

  it("finds its root from a package's folder, and is told of a wrong config in one line", async () => {
    const below = await team.npm("run", "check", "--workspace", "@acme/parcels");
    expect(below).toMatchObject({ code: 0 });
    const config = await read("spec-tools.config.yaml");
    await writeFile(join(team.folder, "spec-tools.config.yaml"), `${config}scopes: "@acme"\n`);
    const refused = await team.npm("run", "check");
    expect(refused).toMatchObject({ code: 1, out: "" });
    expect(lines(refused.err)).toEqual([
      expect.stringMatching(/^spec-tools.config.yaml: scopes: unknown; allowed are scope, specs/),
    ]);
    await writeFile(join(team.folder, "spec-tools.config.yaml"), config);
    const readme = await read("node_modules/@cloud-clients/spec-tools/README.md");
    const keys = /allowed are (.*)/.exec(refused.err)?.[1]?.split(", ") ?? [];
    expect(keys.length).toBeGreaterThan(5);
    expect(keys.filter((key) => !readme.includes(`\`${key}\``))).toEqual([]);
  });

  it("is told what a change of its specs is to users, and not let through when it breaks them", async () => {
    const git = (...args: string[]) =>
      run("git", ["-c", "user.name=A", "-c", "user.email=a@acme.test", ...args], team.folder);
    await git("init", "--quiet", "--initial-branch=main");
    await git("add", ".");
    await git("commit", "--quiet", "--message=All");
    await git("tag", "@acme/parcels@0.1.0");
    const overlay = "apis/parcels/overlays/0030-state.yaml";
    await writeFile(
      join(team.folder, overlay),
      `overlay: 1.0.0
info: { title: A parcel has a weight and no state, version: 1.0.0 }
actions:
  - target: $.components.schemas.Parcel.properties
    update: { grams: { type: integer, description: Its weight. } }
  - target: $.components.schemas.Parcel.properties.state
    remove: true
  - target: $.components.schemas.Parcel.required
    remove: true
`,
    );
    expect(await team.npm("run", "generate")).toMatchObject({ code: 0, err: "" });
    const { out } = await team.npm("run", "changes");
    expect(lines(out)).toContain("@acme/parcels 0.1.0 -> 0.2.0 (minor), since @acme/parcels@0.1.0");
    expect(out).toMatch(/breaking +response +Parcel\.state: property removed/);
    expect(out).toMatch(/additive +response +Parcel\.grams: property added/);
    expect(out).toContain("@acme/dns 0.1.0: nothing changed");
    const refused = await team.npm("run", "check");
    expect(refused.code).toBe(1);
    expect(refused.err).toContain("run: npm run changes parcels -- --changeset");
  });

  it("is given a package that publint has nothing to say of", async () => {
    const pkgDir = join(team.folder, "node_modules/@cloud-clients/spec-tools");
    const { messages } = await publint({ pkgDir, pack: false, strict: true });
    expect(messages).toEqual([]);
    expect(await filesBelow(pkgDir)).toEqual([
      "CHANGELOG.md",
      "LICENSE",
      "README.md",
      "README.zh-CN.md",
      "RULES.md",
      "dist/LICENSE.json-schema-faker",
      "dist/LICENSE.recheck",
      "dist/cli.cjs",
      "dist/lint-plugin.js",
      "dist/recheck.cjs",
      "dist/redocly.yaml",
      "dist/versions.json",
      "package.json",
    ]);
  });
});

describe("docs/pipeline.md", async () => {
  const page = await readFile(join(root, "docs/pipeline.md"), "utf8");
  const fixture = (path: string) =>
    readFile(join(root, "tests/fixtures/acme-clients", path), "utf8");
  const fences = [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)].map(([, , text = ""]) => text);

  it("shows the files of the repository that is tested", async () => {
    expect(fences).toContain(await fixture("spec-tools.config.yaml"));
    const [manifest, tasks] = fences
      .filter((text) => text.startsWith("{"))
      .map((text) => JSON.parse(text));
    expect(JSON.parse(await fixture("package.json"))).toMatchObject(manifest);
    expect(JSON.parse(await fixture("turbo.json"))).toEqual(tasks);
    expect(await fixture(".gitattributes")).toContain(
      fences.find((text) => text.startsWith("apis/*/upstream/** -text"))?.split("\n")[0],
    );
    const workflow = parse(await fixture(".github/workflows/specs.yml"));
    const shownWorkflow = parse(fences.find((text) => text.includes("uses:")) ?? "");
    expect(workflow).toMatchObject({
      ...shownWorkflow,
      jobs: { specs: { with: { "node-version": "24" } } },
    });
    expect(workflow.jobs.specs.uses).toMatch(/\/spec-pipeline\.yml@[0-9a-f]{40}$/);
  });

  it("lists the inputs of the workflow, each with its default", async () => {
    const file = join(root, ".github/workflows/spec-pipeline.yml");
    const { inputs } = parse(await readFile(file, "utf8")).on.workflow_call;
    const rows = Object.entries<{ default: string }>(inputs).map(
      ([name, input]) => new RegExp(`^\\| \`${name}\` \\| .* \\| \`${input.default}\` \\|$`, "m"),
    );
    expect(rows).toHaveLength(5);
    for (const row of rows) expect(page).toMatch(row);
  });
});

async function filesBelow(folder: string): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.name === "node_modules") continue;
    if (entry.isFile()) found.push(entry.name);
    if (!entry.isDirectory()) continue;
    const below = await filesBelow(join(folder, entry.name));
    found.push(...below.map((file) => `${entry.name}/${file}`));
  }
  return found.sort();
}
