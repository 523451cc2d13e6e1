import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import type { Command } from "../src/base/command.js";
import { History } from "../src/changes/history.js";
import { changes } from "../src/commands/changes.js";
import { check } from "../src/commands/check.js";
import { generate } from "../src/commands/generate.js";
import { importDocs } from "../src/commands/import-docs.js";
import { repoAt, type TinyRepo, tinyRepo, tinyRepoIn } from "./tiny-repo.js";
import { vendorPage } from "./vendor-page.js";

const execute = promisify(execFile);
const tag = "@cloud-clients/tiny@0.3.0";
const thing = "specs/tiny/source/schemas/Thing.yaml";
const put = "specs/tiny/source/operations/put-thing.yaml";

/** Where the checkout is made that each test gets a copy of. */
let committed = "";

beforeAll(async () => {
  committed = await mkdtemp(join(tmpdir(), "committed-"));
  const repo = await tinyRepoIn(committed);
  await repo.write(
    "packages/tiny/package.json",
    '{ "name": "@cloud-clients/tiny", "version": "0.3.0" }\n',
  );
  expect((await importThing(repo, "", "")).err).toEqual([]);
  expect((await repo.run(generate)).err).toEqual([]);
  // No hooks: git's samples would be copied for each test.
  await git(committed, "init", "--quiet", "--initial-branch=main", "--template=");
  await commit(repo, "first");
  return () => rm(committed, { recursive: true, force: true });
});

describe("changes", () => {
  it("tells request and response apart, with what was there and what is there", async () => {
    const repo = await released();
    await repo.edit(thing, "id: { type: string }", "id: { type: integer }");
    await repo.edit(
      put,
      "        properties:\n",
      "        properties:\n          size: { type: string }\n",
    );
    await repo.run(generate);
    expect(await repo.run(changes)).toEqual({
      code: 0,
      err: [],
      out: [
        `@cloud-clients/tiny 0.3.0 -> 0.4.0 (minor), since ${tag}`,
        '  breaking       response  Thing.id: type changed: "string" -> "integer" (listThings)',
        '  additive       request   putThing body.size: property added: nothing -> {"type":"string"}',
      ],
    });
  });

  it("has the same for programs, as JSON", async () => {
    const repo = await released();
    await repo.edit(thing, "id: { type: string }", "id: { type: string, maxLength: 3 }");
    await repo.run(generate);
    const { out } = await repo.run(changes, "--json", "--api", "tiny");
    expect(JSON.parse(out.join("\n"))).toEqual([
      {
        package: "@cloud-clients/tiny",
        api: "tiny",
        version: "0.3.0",
        bump: "patch",
        next: "0.3.1",
        since: `since ${tag}`,
        changes: [
          {
            level: "documentation",
            side: "response",
            where: "Thing.id",
            operations: ["listThings"],
            what: "maxLength added",
            after: "3",
          },
        ],
      },
    ]);
  });

  it("has a table for a pull request, whose cells a vendor's words do not leave", async () => {
    const repo = await released();
    const description = "a | b `c` <img src=x>\\n# d";
    await repo.edit(
      thing,
      "id: { type: string }",
      `"i|\`d": { type: string, description: "${description}" }`,
    );
    await repo.run(generate);
    const { out } = await repo.run(changes, "--markdown");
    expect(out.slice(0, 6)).toEqual([
      `### \`@cloud-clients/tiny\` 0.3.0 → 0.4.0 (minor), \`since ${tag}\``,
      "",
      "1 breaking, 1 documentation.",
      "",
      "| For users | Side | Where | Change | Before | After |",
      "| --- | --- | --- | --- | --- | --- |",
    ]);
    const rows = out.slice(6).filter((row) => row !== "");
    expect(rows).toHaveLength(2);
    for (const row of rows) {
      expect(row).not.toContain("\n");
      // A bar ends a cell inside code, too.
      expect(row.replaceAll("\\|", "").split("|")).toHaveLength(8);
      const outsideCode = row.replaceAll(/(`+)(?!`).*?[^`]\1(?!`)/g, "");
      expect(outsideCode).not.toContain("<");
    }
  });

  it("names what the rules of the client do otherwise", async () => {
    const repo = await released();
    await repo.edit(put, "x-idempotent: false", "x-idempotent: true");
    await repo.edit(put, "ordered: false", "ordered: true");
    await repo.run(generate);
    const { out } = await repo.run(changes);
    expect(out.slice(1)).toEqual(
      expect.arrayContaining([
        "  breaking       rule      putThing: rule for edits, lists.parts.ordered: false -> true",
        "  additive       rule      putThing: is retried after a lost response now: false -> true",
      ]),
    );
  });

  it("says so when nothing changed", async () => {
    const repo = await released();
    const { out } = await repo.run(changes);
    expect(out).toEqual([`@cloud-clients/tiny 0.3.0: nothing changed, since ${tag}`]);
  });

  it("takes a tag, a commit or a version to compare with", async () => {
    const repo = await released();
    await repo.edit(thing, "id:", "nr:");
    await repo.run(generate);
    await commit(repo, "later");
    for (const since of [tag, "0.3.0", "HEAD~1"]) {
      const { out } = await repo.run(changes, "--since", since);
      expect(out[0]).toMatch(/^@cloud-clients\/tiny 0\.3\.0 -> 0\.4\.0 \(minor\), since /);
    }
    const { out } = await repo.run(changes, "--since", "HEAD");
    expect(out[0]).toBe("@cloud-clients/tiny 0.3.0: nothing changed, since HEAD");
  });

  it("takes the newest version for the last release, before what was tried for it", async () => {
    const repo = await released();
    const name = "@cloud-clients/tiny";
    await git(repo.root, "tag", `${name}@next`);
    for (const [version, said] of [
      ["0.4.0-beta.9", "0.4.0-beta.9"],
      ["0.4.0-beta.10", "0.4.0-beta.10"],
      ["0.4.0", "0.4.0"],
      ["0.10.0", "0.10.0"],
      ["0.9.0", "0.10.0"],
    ] as const) {
      await git(repo.root, "tag", `${name}@${version}`);
      const { out } = await repo.run(changes);
      expect(out[0]).toContain(`nothing changed, since ${name}@${said}`);
    }
    await git(repo.root, "tag", "0.2.9");
    const { out } = await repo.run(changes, "--since", "0.2.9");
    expect(out[0]).toContain("nothing changed, since 0.2.9");
  });

  it("does not take an API for a new one whose release has it in other folders, under the same name", async () => {
    const repo = await released();
    await git(repo.root, "mv", "specs/tiny", "specs/small");
    await git(repo.root, "mv", "packages/tiny", "packages/small");
    await repo.run(generate);
    const { out } = await repo.run(changes);
    expect(out).toEqual([
      `@cloud-clients/tiny 0.3.0 -> 0.4.0 (minor), since ${tag}`,
      "  breaking       api       small: its release has neither specs/small/openapi.yaml nor packages/small/src, so nothing was compared",
    ]);
  });

  it("compares with the place where the branch left main while there is no release", async () => {
    const repo = await underGit();
    await git(repo.root, "switch", "--quiet", "--create", "topic");
    await repo.edit(thing, "id:", "nr:");
    await repo.run(generate);
    await commit(repo, "topic");
    const { out } = await repo.run(changes);
    expect(out[0]).toMatch(
      /^@cloud-clients\/tiny 0\.3\.0 -> 0\.4\.0 \(minor\), no release yet: since [0-9a-f]{7}, where this branch left main$/,
    );
  });

  it.each<[what: string, args: string[], said: RegExp]>([
    [
      "a tag that is not there",
      ["--since", "v9"],
      /^--since v9: no tag or commit v9 here; see: git tag$/,
    ],
    [
      "a version that was not released",
      ["--since", "7.0.0"],
      /^--since 7\.0\.0: no tag or commit @cloud-clients\/tiny@7\.0\.0, v7\.0\.0, or 7\.0\.0 here; see: git tag$/,
    ],
    [
      "an option in the place of a tag",
      ["--since=--output=x"],
      /^--since --output=x: no tag or commit/,
    ],
    [
      "an unknown API",
      ["--api", "huge"],
      /^specs\/huge\/source\/openapi\.yaml: missing; the APIs are: tiny$/,
    ],
    ["two forms", ["--json", "--markdown"], /^--json, --markdown: choose one of them\. Usage: /],
  ])("refuses %s with one line", async (_, args, said) => {
    const repo = await released();
    const { code, out, err } = await repo.run(changes, ...args);
    expect({ code, out, lines: err.length }).toEqual({ code: 1, out: [], lines: 1 });
    expect(err[0]).toMatch(said);
  });

  it.each<[what: string, released: string, said: string]>([
    [
      "is not YAML",
      "a: [",
      "specs/tiny/openapi.yaml as it was before:1:5: not YAML: unexpected end of the stream within a flow collection",
    ],
    [
      "is not OpenAPI",
      "a: 1\n",
      "specs/tiny/openapi.yaml as it was before: not OpenAPI 3; nothing can be compared with it",
    ],
  ])(
    "refuses a released bundle that %s with one line, and check does, too",
    async (_, text, said) => {
      const repo = await underGit();
      await repo.write("specs/tiny/openapi.yaml", text);
      await commit(repo, "broken");
      await git(repo.root, "tag", tag);
      await repo.run(generate);
      for (const command of [changes, check]) {
        const { code, err } = await repo.run(command);
        expect({ code, err }).toEqual({ code: 1, err: [said] });
      }
    },
  );

  it.each([
    ["a released bundle", "specs/tiny/openapi.yaml", "specs/tiny/openapi.yaml"],
    ["a released source", "packages/tiny/src/generated/types.ts", "packages/tiny/src"],
  ])("refuses %s that git has lost, and check does, too", async (_, file, named) => {
    const repo = await released();
    const { stdout } = await git(repo.root, "rev-parse", `HEAD:${file}`);
    const id = stdout.trim();
    await repo.edit(thing, "id:", "nr:");
    await repo.run(generate);
    await commit(repo, "later");
    await repo.remove(`.git/objects/${id.slice(0, 2)}/${id.slice(2)}`);
    for (const command of [changes, check]) {
      const { code, err } = await repo.run(command);
      expect({ code, lines: err.length }).toEqual({ code: 1, lines: 1 });
      expect(err[0]).toMatch(`${named}: cannot be read as it was in `);
      expect(err[0]).toContain("; git says: ");
    }
  });

  it("refuses a checkout that git refuses, and check does, too", async () => {
    const repo = await released();
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    // As in a container that runs as somebody else than who checked out.
    vi.stubEnv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1");
    vi.stubEnv("GIT_CONFIG_GLOBAL", "/dev/null");
    vi.stubEnv("GIT_CONFIG_NOSYSTEM", "1");
    for (const command of [changes, check]) {
      const { code, err } = await repo.run(command);
      expect({ code, lines: err.length }).toEqual({ code: 1, lines: 1 });
      expect(err[0]).toContain("git says: fatal: detected dubious ownership in repository");
    }
  });

  it("refuses a folder without history with one line", async () => {
    const repo = await tinyRepo();
    await repo.run(generate);
    const { code, err } = await repo.run(changes);
    expect({ code, err }).toEqual({
      code: 1,
      err: [`${repo.root}: not a git checkout; changes are read from the history`],
    });
  });

  it("refuses a shallow clone that lacks the release, and check does, too", async () => {
    const repo = await released();
    await repo.write("packages/tiny/CHANGELOG.md", "# @cloud-clients/tiny\n\n## 0.3.0\n");
    await commit(repo, "later");
    const clone = await shallowClone(repo);
    for (const command of [changes, check]) {
      const { code, err } = await clone.run(command);
      expect({ code, err }).toEqual({
        code: 1,
        err: [
          "@cloud-clients/tiny: a shallow clone without the last release or main; run: git fetch --unshallow --tags",
        ],
      });
    }
    const { err } = await clone.run(changes, "--since", "0.3.0");
    expect(err).toEqual([
      "--since 0.3.0: no tag or commit @cloud-clients/tiny@0.3.0, v0.3.0, or 0.3.0 here; the clone is shallow; run: git fetch --unshallow --tags",
    ]);
  });

  it("takes a shallow clone of main as long as nothing was released", async () => {
    const repo = await underGit();
    await repo.edit(thing, "id:", "nr:");
    await repo.run(generate);
    await commit(repo, "later");
    const clone = await shallowClone(repo);
    expect((await clone.run(changes)).out[0]).toContain("nothing changed, no release yet");
    expect((await clone.run(check)).code).toBe(0);
  });
});

it("the files below a folder of a commit are read as they were written", async () => {
  const repo = await underGit();
  await repo.write("packages/tiny/src/文.ts", "// 一\n\n");
  await repo.write("packages/tiny/src/empty.ts", "");
  await commit(repo, "more");
  const written = Object.entries(await repo.files()).filter(([path]) =>
    path.startsWith("packages/tiny/src/"),
  );
  const history = await History.of(repo.root);
  const read = await history?.readBelow("HEAD", "packages/tiny/src");
  expect(Object.fromEntries(read ?? [])).toEqual(Object.fromEntries(written));
});

describe("changes --changeset", () => {
  it("writes what changed for the changelog, with the bump that semver asks for", async () => {
    const repo = await released();
    await repo.edit(thing, "id: { type: string }", "id: { type: integer }");
    await repo.edit(
      put,
      "        properties:\n",
      "        properties:\n          size: { type: string }\n",
    );
    await repo.run(generate);
    const path = ".changeset/tiny-spec.md";
    expect((await repo.run(changes, "--changeset")).out).toEqual([`${path}: new`]);
    expect(await repo.read(path)).toBe(`---
"@cloud-clients/tiny": minor
---

The vendor's documents changed; programs may have to.

Breaking:

- \`Thing.id\` (response): type changed: \`"string"\` → \`"integer"\`

New:

- \`putThing body.size\` (request): property added: nothing → \`{"type":"string"}\`
`);
    expect((await repo.run(changes, "--changeset")).out).toEqual([`${path}: unchanged`]);
    await git(repo.root, "checkout", "--quiet", "--", ".");
    const { out } = await repo.run(changes, "--changeset");
    expect(out).toEqual([`${path}: deleted, since nothing changed`]);
  });

  it("leaves the one that was there before alone", async () => {
    const repo = await underGit();
    await repo.write(
      ".changeset/tiny-spec.md",
      '---\n"@cloud-clients/tiny": patch\n---\n\nWaits.\n',
    );
    await commit(repo, "waits");
    await repo.edit(thing, "id:", "nr:");
    await repo.run(generate);
    const { out } = await repo.run(changes, "--changeset");
    expect(out).toEqual([".changeset/tiny-spec-2.md: new"]);
    expect(await repo.read(".changeset/tiny-spec.md")).toContain("Waits.");
  });
});

describe("check", () => {
  it("fails on a breaking change without a changeset, and says what to run", async () => {
    const repo = await released();
    await repo.edit(thing, "id:", "nr:");
    await repo.run(generate);
    const { code, err } = await repo.run(check);
    expect({ code, err }).toEqual({
      code: 1,
      err: [
        "packages/tiny: breaks its users (Thing.id: property removed; since @cloud-clients/tiny@0.3.0), and no " +
          "changeset has a minor bump of @cloud-clients/tiny; run: npx --yes pnpm@10 changes tiny --changeset",
      ],
    });
    await repo.run(changes, "tiny", "--changeset");
    expect((await repo.run(check)).err).toEqual([]);
  });

  it.each<[string, (repo: TinyRepo) => Promise<unknown>]>([
    ["edited", async () => {}],
    ["staged", (repo) => git(repo.root, "add", "--all")],
    ["committed", (repo) => commit(repo, "later")],
    [
      "committed, with another edit since",
      async (repo) => {
        await commit(repo, "later");
        await repo.edit("specs/tiny/openapi.yaml", "title: Tiny", "title: Small");
      },
    ],
    [
      "a bundle that was moved away, and nothing else",
      async (repo) => {
        await git(repo.root, "checkout", "--quiet", "--", ".");
        await git(repo.root, "mv", "specs/tiny/openapi.yaml", "specs/moved.yaml");
      },
    ],
  ])(
    "sees what breaks programs when it is %s, and only in the API that differs",
    async (_, then) => {
      const repo = await released();
      for (const [path, text] of Object.entries(await repo.files())) {
        if (/^(?:specs|packages)\/tiny\//.test(path)) {
          await repo.write(
            path.replace("/tiny/", "/other/"),
            text.replace("clients/tiny", "clients/other"),
          );
        }
      }
      await commit(repo, "another API");
      await git(repo.root, "tag", "@cloud-clients/other@0.3.0");
      await repo.edit(thing, "id:", "nr:");
      expect((await repo.run(generate, "tiny")).err).toEqual([]);
      await then(repo);
      const { code, err } = await repo.run(changes, "--check");
      expect({ code, lines: err.length }).toEqual({ code: 1, lines: 1 });
      expect(err[0]).toContain("packages/tiny: breaks its users (");
    },
  );

  it("sees it in a repository that is a folder of a larger one", async () => {
    const outer = await underGit();
    const files = await outer.files();
    await mkdir(join(outer.root, "inner"));
    const inner = repoAt(join(outer.root, "inner"));
    for (const [path, text] of Object.entries(files)) {
      if (!path.startsWith(".git/")) await inner.write(path, text);
    }
    await commit(outer, "inner");
    await git(outer.root, "tag", tag);
    expect((await inner.run(changes, "--check")).err).toEqual([]);
    await inner.edit(thing, "id:", "nr:");
    expect((await inner.run(generate)).err).toEqual([]);
    expect((await inner.run(changes, "--check")).err.join()).toContain("breaks its users");
    await commit(outer, "later");
    expect((await inner.run(changes, "--check")).err.join()).toContain("breaks its users");
    expect((await outer.run(changes, "--check")).err).toEqual([]);
  });

  it("takes no changeset with a smaller bump, or of another package", async () => {
    const repo = await released();
    await repo.edit(thing, "id:", "nr:");
    await repo.run(generate);
    for (const head of ['"@cloud-clients/tiny": patch', '"@cloud-clients/other": major']) {
      await repo.write(".changeset/some.md", `---\n${head}\n---\n\nSomething.\n`);
      expect((await repo.run(check)).code).toBe(1);
    }
    await repo.write(
      ".changeset/some.md",
      "\n---\n'@cloud-clients/tiny': minor\n'@x/y': none\n---\n",
    );
    expect((await repo.run(check)).err).toEqual([]);
    await repo.write(".changeset/folder.md/some.md", "");
    expect((await repo.run(check)).err.join()).toMatch(/^\.changeset\/folder\.md: EISDIR/);
    await repo.remove(".changeset/folder.md");
    await repo.write(".changeset/some.md", '---\n"@cloud-clients/tiny": huge\n---\n');
    expect((await repo.run(check)).err.join()).toContain(
      ".changeset/some.md: @cloud-clients/tiny: huge is none of patch, minor, major",
    );
  });

  it("passes once the version was raised, when the changeset is used up", async () => {
    const repo = await released();
    await repo.edit(thing, "id:", "nr:");
    await repo.run(generate);
    await repo.edit("packages/tiny/package.json", "0.3.0", "0.3.1");
    expect((await repo.run(check)).code).toBe(1);
    await repo.edit("packages/tiny/package.json", "0.3.1", "0.4.0");
    expect((await repo.run(check)).err).toEqual([]);
  });

  it("leaves that to changes --check for a single API, whose check is kept in a cache", async () => {
    const repo = await released();
    await repo.edit(thing, "id:", "nr:");
    await repo.run(generate);
    expect((await repo.run(check, "tiny")).err).toEqual([]);
    const { code, err } = await repo.run(changes, "--check", "tiny");
    expect({ code, err }).toEqual({
      code: 1,
      err: [expect.stringMatching(/^packages\/tiny: breaks its users/)],
    });
    await repo.run(changes, "--changeset");
    expect((await repo.run(changes, "--check")).out).toEqual([
      "every breaking change since the last release has its changeset",
    ]);
  });

  it("asks for no changeset for what programs need not follow", async () => {
    const repo = await released();
    await repo.edit(thing, "id: {", "more: { type: string }, id: {");
    await repo.run(generate);
    expect((await repo.run(check)).err).toEqual([]);
  });
});

describe("import-docs", () => {
  it("ends with what the import does to users", async () => {
    const repo = await released();
    const { out } = await importThing(repo, "seen: { type: integer }", "seen: { type: string }");
    expect(out.slice(-2)).toEqual([
      "@cloud-clients/tiny 0.3.0 -> 0.4.0 (minor), by this import",
      '  breaking       response  getThing response.parts[].seen: type changed: "integer" -> "string"',
    ]);
  });

  it("points at overlays that have become superfluous", async () => {
    const repo = await released();
    const { out } = await importThing(
      repo,
      "    get:\n",
      "    get:\n      operationId: getThing\n",
    );
    expect(out).toContain(
      "specs/tiny/overlays/0001-operation-id.yaml:4:5: the action on $.paths['/things/{id}'].get changes nothing: upstream already has this correction; delete it",
    );
  });

  it("says what is still to do before the bundle can be made", async () => {
    const repo = await released();
    const { code, out } = await importThing(repo, "parts:", "pieces:");
    expect(code).toBe(0);
    expect(out.at(-1)).toMatch(/^still to do: specs\/tiny\/.*x-write-semantics.*parts/);
  });
});

const offline: Command = (args, output) =>
  importDocs(args, output, () => Promise.reject(new Error("no network here")));

/** The page of getThing, as it is imported after an edit. */
async function importThing(repo: TinyRepo, from: string, to: string) {
  const text = await repo.read("specs/tiny/upstream/get-thing.yaml");
  const page = vendorPage(text.replace(from, to), "yaml v1/get-thing.json GET /things/{id}");
  await repo.write("page.md", page);
  const facts = ["--api", "tiny", "--address", "https://docs.tiny.test/get-thing.md"];
  return repo.run(offline, join(repo.root, "page.md"), ...facts);
}

/** A copy of the tiny checkout, generated and committed on main. */
async function underGit(): Promise<TinyRepo> {
  const root = await mkdtemp(join(tmpdir(), "under-git-"));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  await cp(committed, root, { recursive: true });
  return repoAt(root);
}

/** The same, released. */
async function released(): Promise<TinyRepo> {
  const repo = await underGit();
  await git(repo.root, "tag", tag);
  return repo;
}

async function shallowClone(repo: TinyRepo): Promise<TinyRepo> {
  const folder = await mkdtemp(join(tmpdir(), "shallow-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await git(folder, "clone", "--quiet", "--depth", "1", `file://${repo.root}`, "clone");
  return repoAt(join(folder, "clone"));
}

async function commit(repo: TinyRepo, message: string): Promise<void> {
  await git(repo.root, "add", "--all");
  await git(repo.root, "commit", "--quiet", "--message", message);
}

/** Nothing of the machine's own configuration: no name, no key, no hook. */
function git(folder: string, ...args: string[]) {
  const person = ["-c", "user.name=Tiny", "-c", "user.email=tiny@tiny.test"];
  const env = { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };
  return execute("git", [...person, ...args], { cwd: folder, env });
}
