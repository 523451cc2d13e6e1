import { spawn } from "node:child_process";
import { chmod, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { read } from "../src/repo.js";
import { run } from "../src/run.js";
import { scriptsOf } from "../src/workflows.js";

/** The script of a step, as it stands in the workflow. */
async function scriptOf(workflow: string, name: string): Promise<string> {
  const scripts = scriptsOf(await read(`.github/workflows/${workflow}.yml`));
  const found = scripts.find((one) => one.name === name);
  if (found === undefined) throw new Error(`${workflow}.yml has no step ${name} with a script`);
  return found.script;
}

let folder: string;
let temp: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "workflow-"));
  temp = join(folder, "temp");
  await mkdir(temp);
  await mkdir(join(folder, "bin"));
});
beforeEach(() => onTestFinished(() => rm(folder, { recursive: true, force: true })));

/** Puts a program before those of the machine: `body` is JavaScript that has `args`, `print` and `fs`. */
async function program(name: string, body: string): Promise<void> {
  const file = join(folder, "bin", name);
  const text = `#!${process.execPath}
const fs = require("node:fs");
const args = process.argv.slice(2);
const print = (text) => process.stdout.write(text + "\\n");
fs.appendFileSync(${JSON.stringify(join(folder, "calls"))}, JSON.stringify(["${name}", ...args]) + "\\n");
${body}
`;
  await writeFile(file, text);
  await chmod(file, 0o755);
}

async function callsOf(name: string): Promise<string[]> {
  const text = await readFile(join(folder, "calls"), "utf8").catch(() => "");
  const calls = text.split("\n").filter((line) => line !== "");
  return calls
    .map((line) => JSON.parse(line) as string[])
    .filter(([called]) => called === name)
    .map(([, ...args]) => args.join(" "));
}

/** Runs a script as the runner does: the shell ends at the first command that fails. */
async function bash(script: string, env: Record<string, string>, cwd = folder) {
  const file = join(folder, "step.sh");
  await writeFile(file, script);
  await writeFile(join(folder, "output"), "");
  const child = spawn("bash", ["--noprofile", "--norc", "-eo", "pipefail", file], {
    cwd,
    env: {
      PATH: [join(folder, "bin"), process.env.PATH].join(delimiter),
      HOME: folder,
      RUNNER_TEMP: temp,
      GITHUB_OUTPUT: join(folder, "output"),
      GITHUB_STEP_SUMMARY: join(folder, "summary"),
      ...env,
    },
  });
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  return { code, said, output: await readFile(join(folder, "output"), "utf8") };
}

describe("the check that a branch rule requires", () => {
  it.each([
    ["success success success", 0],
    ["success", 0],
    ["success failure success", 1],
    ["success skipped success", 1],
    ["cancelled success success", 1],
    ["", 1],
  ])("for jobs that ended with %j ends with %i", async (RESULTS, code) => {
    const ended = await bash(await scriptOf("ci", "Judge"), { RESULTS });
    expect(ended.code).toBe(code);
  });
});

describe("the comment on a pull request", () => {
  const facts = {
    REPOSITORY: "us/clients",
    HEAD_OWNER: "them",
    HEAD_BRANCH: "main",
    HEAD_SHA: "1".repeat(40),
    GH_TOKEN: "t",
  };
  const mark = "<!-- changes -->";

  /** A gh that knows these pull requests and comments, as its `--jq` prints them, and keeps what is sent. */
  async function gh(pulls: string[], comments: string[]): Promise<void> {
    await program(
      "gh",
      `if (args.includes("repos/us/clients/pulls")) print(${JSON.stringify(pulls.join("\n"))});
      if (args.includes("--paginate")) print(${JSON.stringify(comments.join("\n"))});
      const body = args.find((one) => one.startsWith("body=@"));
      if (body) fs.copyFileSync(body.slice(6), ${JSON.stringify(join(folder, "sent"))});`,
    );
  }

  async function comment(table: string) {
    await mkdir(join(temp, "changes"));
    await writeFile(join(temp, "changes", "changes.md"), table);
    return bash(await scriptOf("comment", "Comment"), facts);
  }

  it("is made once", async () => {
    await gh([`${"2".repeat(40)} 6`, `${facts.HEAD_SHA} 7`], [`somebody ${mark} 1`]);
    expect(await comment("| a | b |\n")).toMatchObject({ code: 0, said: "" });
    expect(await callsOf("gh")).toEqual([
      expect.stringContaining("-f state=open -f head=them:main"),
      expect.stringContaining("repos/us/clients/issues/7/comments"),
      expect.stringMatching(/--method POST repos\/us\/clients\/issues\/7\/comments/),
    ]);
    expect(await readFile(join(folder, "sent"), "utf8")).toMatch(
      /^<!-- changes -->\n[\s\S]*\| a \| b \|\n$/,
    );
  });

  it("is written anew by the next run", async () => {
    await gh([`${facts.HEAD_SHA} 7`], ["x hello 1", `github-actions[bot] ${mark} 22`]);
    expect((await comment("new")).code).toBe(0);
    expect((await callsOf("gh")).at(-1)).toContain(
      "--method PATCH repos/us/clients/issues/comments/22",
    );
  });

  it("is not made where no open pull request has that commit at its head", async () => {
    await gh([`${"2".repeat(40)} 6`], []);
    expect(await comment("text")).toMatchObject({
      code: 0,
      said: expect.stringContaining("no open"),
    });
    expect(await callsOf("gh")).toHaveLength(1);
  });

  it.each([
    ["", "é"],
    [" ", "é"],
    ["", "<"],
  ])(
    "takes what the pull request's code wrote as text, after %j cut within many %j",
    async (blank, many) => {
      await gh([`${facts.HEAD_SHA} 7`], []);
      const hostile = `@us/owners <img src=x> \`<b>\` $(touch ${folder}/pwned) \u001b[31m\n${mark}\n`;
      expect((await comment(`${hostile}${blank}${many.repeat(60_000)}`)).code).toBe(0);
      const [, ...lines] = (await readFile(join(folder, "sent"), "utf8")).split("\n");
      const sent = lines.join("\n");
      expect(sent).toContain("@\u200bus/owners <\u200bimg src=x>");
      expect(sent).not.toMatch(/[<@][^\u200b]/);
      for (const character of ["\u001b", "\ufffd"]) expect(sent).not.toContain(character);
      expect(Buffer.byteLength(sent)).toBeLessThan(65_536);
      await expect(readFile(join(folder, "pwned"))).rejects.toThrow("ENOENT");
    },
  );
});

describe("a proposal", () => {
  let clone: string;
  let origin: string;
  const facts = {
    TITLE: 'Follow "the" $pages',
    PATHS: "^specs/tiny/",
    REPOSITORY: "us/clients",
    OWNER: "us",
    BASE: "main",
    BRANCH: "upstream/tiny",
    GH_TOKEN: "t",
  };

  async function git(...args: string[]): Promise<string> {
    const named = ["-c", "user.name=Ann", "-c", "user.email=ann@example.org"];
    return (await run("git", [...named, ...args], clone)).stdout.trim();
  }

  beforeEach(async () => {
    origin = join(folder, "origin");
    clone = join(folder, "clone");
    await run("git", ["init", "--quiet", "--bare", "--initial-branch=main", origin], folder);
    await run("git", ["clone", "--quiet", origin, clone], folder);
    await git("switch", "--quiet", "--create", "main");
    await mkdir(join(clone, "specs", "tiny"), { recursive: true });
    await writeFile(join(clone, "specs", "tiny", "page.yaml"), "a: 1\n");
    await git("add", "--all");
    await git("commit", "--quiet", "--message", "first");
    await git("push", "--quiet", "origin", "main");
    await mkdir(join(temp, "proposal"));
    await writeFile(join(temp, "proposal", "body.md"), "| what | <b> @ann |\n");
    await pulls();
  });

  async function pulls(...numbers: number[]): Promise<void> {
    await program(
      "gh",
      `if (args.includes("GET")) print(${JSON.stringify(numbers.join("\n"))});
      const body = args.find((one) => one.startsWith("body=@"));
      if (body) fs.copyFileSync(body.slice(6), ${JSON.stringify(join(folder, "sent"))});`,
    );
  }

  /** What the job before hands over after it has changed some files. */
  async function patch(change: () => Promise<unknown>): Promise<void> {
    await git("switch", "--quiet", "--detach", "origin/main");
    await change();
    await git("add", "--all");
    const { stdout } = await run("git", ["diff", "--cached", "--binary"], clone);
    await writeFile(join(temp, "proposal", "changes.patch"), stdout);
    await git("reset", "--quiet", "--hard");
  }

  const page = (text: string) => () => writeFile(join(clone, "specs", "tiny", "page.yaml"), text);

  /** Runs the job on main as it is there. */
  async function propose() {
    await git("switch", "--quiet", "--detach", "origin/main");
    await rm(join(folder, "calls"), { force: true });
    const committed = await bash(await scriptOf("propose", "Commit"), facts, clone);
    if (committed.code !== 0) return committed;
    return bash(await scriptOf("propose", "Propose"), facts, clone);
  }

  const proposed = () => git("ls-remote", "origin", "refs/heads/upstream/tiny");

  it("becomes a branch with one commit, a pull request and a run of CI", async () => {
    await patch(page("a: 2\n"));
    expect(await propose()).toMatchObject({ code: 0 });
    await git("fetch", "--quiet", "origin", facts.BRANCH);
    expect(await git("log", "--format=%s|%an", "origin/main..FETCH_HEAD")).toBe(
      `${facts.TITLE}|github-actions[bot]`,
    );
    expect(await git("show", "FETCH_HEAD:specs/tiny/page.yaml")).toBe("a: 2");
    expect(await callsOf("gh")).toEqual([
      "auth setup-git",
      "workflow run ci.yml --repo us/clients --ref upstream/tiny",
      expect.stringContaining("head=us:upstream/tiny"),
      expect.stringContaining("--method POST repos/us/clients/pulls"),
    ]);
    expect(await readFile(join(folder, "sent"), "utf8")).toBe("| what | <\u200bb> @\u200bann |\n");
  });

  it("of a second run updates the same pull request", async () => {
    await patch(page("a: 2\n"));
    await propose();
    await pulls(5);
    await patch(page("a: 3\n"));
    expect(await propose()).toMatchObject({ code: 0 });
    await git("fetch", "--quiet", "origin", facts.BRANCH);
    expect(await git("rev-list", "--count", "origin/main..FETCH_HEAD")).toBe("1");
    expect(await git("show", "FETCH_HEAD:specs/tiny/page.yaml")).toBe("a: 3");
    expect((await callsOf("gh")).at(-1)).toContain("--method PATCH repos/us/clients/pulls/5");
  });

  it.each(["", " "])("with a text that is too long, after %j, has its beginning", async (blank) => {
    await patch(page("a: 2\n"));
    await writeFile(join(temp, "proposal", "body.md"), `<b>${blank}${"é".repeat(60_000)}`);
    expect(await propose()).toMatchObject({ code: 0 });
    const sent = await readFile(join(folder, "sent"), "utf8");
    expect(sent).toMatch(/^<\u200bb> ?é+$/);
    expect(Buffer.byteLength(sent)).toBeGreaterThan(59_000);
    expect(Buffer.byteLength(sent)).toBeLessThanOrEqual(60_000);
  });

  it("that is the same as before pushes nothing", async () => {
    await patch(page("a: 2\n"));
    await propose();
    const before = await proposed();
    await pulls(5);
    expect(await propose()).toMatchObject({ code: 0 });
    expect(await proposed()).toBe(before);
    expect((await callsOf("gh")).join("\n")).not.toContain("workflow run");
  });

  it("leaves a branch alone on which a person has worked", async () => {
    await patch(page("a: 2\n"));
    await propose();
    await git("fetch", "--quiet", "origin", facts.BRANCH);
    await git("switch", "--quiet", "--detach", "FETCH_HEAD");
    await git("commit", "--quiet", "--allow-empty", "--message", "mend an overlay");
    await git("push", "--quiet", "origin", `HEAD:refs/heads/${facts.BRANCH}`);
    const before = await proposed();
    await patch(page("a: 3\n"));
    const { code, said } = await propose();
    expect(code).toBe(0);
    expect(said).toContain("Ann <ann@example.org> mend an overlay");
    expect(said).toContain("::warning::upstream/tiny has the commits above by people");
    expect(await proposed()).toBe(before);
  });

  it("does not replace what a person pushes at that moment", async () => {
    await patch(page("a: 2\n"));
    await propose();
    await git("fetch", "--quiet", "origin", facts.BRANCH);
    await git("switch", "--quiet", "--detach", "FETCH_HEAD");
    await git("commit", "--quiet", "--allow-empty", "--message", "mend an overlay");
    const theirs = await git("rev-parse", "HEAD");
    await patch(page("a: 3\n"));
    const real = (await run("which", ["git"], folder)).stdout.trim();
    const push = ["push", "--quiet", origin, `${theirs}:refs/heads/${facts.BRANCH}`];
    await program(
      "git",
      `const { spawnSync } = require("node:child_process");
      const real = (given) => spawnSync(${JSON.stringify(real)}, given, { stdio: "inherit" }).status;
      if (args[0] === "push") real(${JSON.stringify(push)});
      process.exit(real(args));`,
    );
    const { code, said } = await propose();
    expect({ code, said }).toMatchObject({ code: 1, said: expect.stringContaining("stale info") });
    expect(await proposed()).toContain(theirs);
  });

  it.each<[what: string, change: (path: string) => Promise<unknown>, said: RegExp]>([
    [
      "a workflow",
      async (at) => {
        await mkdir(join(at, ".github"));
        await writeFile(join(at, ".github", "x.yml"), "on: push\n");
      },
      /\.github\/x\.yml\n::error::the patch changes the paths above/,
    ],
    [
      "a file moved out of its folder",
      async (at) => {
        await writeFile(join(at, "moved.yaml"), "a: 1\n");
        await rm(join(at, "specs", "tiny", "page.yaml"));
      },
      /moved\.yaml\n::error::the patch changes/,
    ],
    [
      "a link",
      async (at) => {
        await symlink("/etc/passwd", join(at, "specs", "tiny", "link.yaml"));
      },
      /::error::the patch adds the links above/,
    ],
  ])("with %s is refused, and nothing is pushed", async (_, change, said) => {
    await patch(() => change(clone));
    const ended = await propose();
    expect(ended.code).toBe(1);
    expect(ended.said).toMatch(said);
    expect(await proposed()).toBe("");
  });
});

describe("following an API's pages", () => {
  /** Our commands, each with the exit code that it ends with. */
  async function tools(codes: Record<string, number>): Promise<void> {
    await program(
      "npx",
      `const command = args.filter((one) => !one.startsWith("-") && one !== "pnpm@10");
      const key = command[0] + (args.includes("--check") ? " --check" : "");
      print("ran " + key);
      fs.writeFileSync("page.yaml", key);
      process.exit(${JSON.stringify(codes)}[key] ?? 0);`,
    );
  }

  it.each([
    ["do not differ", {}, "page.yaml", 0, "differs=false\n"],
    ["differ", { "import-docs --check": 1 }, "page.yaml", 0, "differs=true\n"],
    ["differed only the first time", { "import-docs --check": 1 }, "none", 0, "differs=false\n"],
    ["cannot be read", { "import-docs --check": 1, "import-docs": 1 }, "page.yaml", 1, ""],
  ])("whose pages %s", async (_, codes, written, code, output) => {
    await tools(codes);
    await run("git", ["init", "--quiet"], folder);
    await writeFile(join(folder, ".gitignore"), `*\n!${written}\n`);
    expect(await bash(await scriptOf("follow", "pages"), { API: "tiny" })).toMatchObject({
      code,
      output,
    });
  });

  it.each([
    ["proposes the table", {}, /^ran changes\n\nWhat `import-docs` read:\n\n {4}changed\n$/],
    [
      "proposes the change without it where generate refuses it",
      { generate: 1 },
      /cannot be generated yet. Correct `specs\/tiny`[\s\S]*\n {4}ran generate\n[\s\S]* {4}changed\n$/,
    ],
  ])("%s", async (_, codes, body) => {
    await tools(codes);
    await run("git", ["init", "--quiet"], folder);
    await writeFile(join(temp, "pages.txt"), "changed\n");
    await writeFile(join(folder, ".gitignore"), "*\n!page.yaml\n");
    expect((await bash(await scriptOf("follow", "Generate"), { API: "tiny" })).code).toBe(0);
    expect(await readFile(join(temp, "proposal", "body.md"), "utf8")).toMatch(body);
    expect(await readFile(join(temp, "proposal", "changes.patch"), "utf8")).toContain(
      "+++ b/page.yaml",
    );
  });

  it("begins with the names of all APIs", async () => {
    for (const api of ["one", "two"])
      await mkdir(join(folder, "specs", api, "source"), { recursive: true });
    const { output } = await bash(await scriptOf("upstream", "list"), {});
    expect(output).toBe('apis=["one","two"]\n');
  });
});

describe("a release", () => {
  const two = "@x/runtime 1.0.0 x-runtime-1.0.0.tgz\n@x/api 2.0.0 x-api-2.0.0.tgz\n";
  beforeEach(() => writeFile(join(folder, "release.txt"), two));

  it("publishes with provenance what is not there yet, in order", async () => {
    await program(
      "npm",
      `if (args[1] === "@x/runtime@1.0.0") print("1.0.0"); else if (args[0] === "view") process.exit(1);`,
    );
    expect((await bash(await scriptOf("release", "Publish"), {})).code).toBe(0);
    expect((await callsOf("npm")).filter((call) => call.startsWith("publish"))).toEqual([
      "publish ./x-api-2.0.0.tgz --access public --provenance",
    ]);
  });

  it("ends at the first package that npm refuses", async () => {
    await program("npm", "process.exit(1);");
    expect((await bash(await scriptOf("release", "Publish"), {})).code).toBe(1);
    expect((await callsOf("npm")).filter((call) => call.startsWith("publish"))).toHaveLength(1);
  });

  it("tags every package at the commit, once", async () => {
    await program(
      "gh",
      `process.exit(args[1] === "view" && args[2] !== "@x/runtime@1.0.0" ? 1 : 0);`,
    );
    const facts = { REPOSITORY: "us/clients", COMMIT: "abc", GH_TOKEN: "t" };
    expect((await bash(await scriptOf("release", "Tag"), facts)).code).toBe(0);
    expect((await callsOf("gh")).filter((call) => call.startsWith("release create"))).toEqual([
      "release create @x/api@2.0.0 x-api-2.0.0.tgz --repo us/clients --target abc --title @x/api@2.0.0 " +
        "--notes-file notes/x-api-2.0.0.tgz.md --latest=false",
    ]);
  });

  it("waits for its versions while there are changesets", async () => {
    await program(
      "npx",
      `if (args.includes("version-packages")) fs.writeFileSync("packages/a/CHANGELOG.md", "# a\\n\\n## 0.2.0\\n\\n- More.\\n");`,
    );
    await mkdir(join(folder, ".changeset"));
    await mkdir(join(folder, "packages", "a"), { recursive: true });
    await writeFile(join(folder, ".changeset", "README.md"), "");
    await writeFile(join(folder, ".changeset", "a-spec.md"), "");
    await writeFile(join(folder, "packages", "a", "CHANGELOG.md"), "# a\n");
    await writeFile(join(folder, ".gitignore"), "*\n!packages\n!packages/**\n");
    await run("git", ["init", "--quiet"], folder);
    await run("git", ["add", "--all"], folder);
    await run(
      "git",
      ["-c", "user.name=a", "-c", "user.email=a", "commit", "--quiet", "-m", "a"],
      folder,
    );
    const { code, output } = await bash(await scriptOf("release", "next"), {});
    expect({ code, output }).toEqual({ code: 0, output: "next=versions\n" });
    expect(await readFile(join(temp, "proposal", "body.md"), "utf8")).toContain(
      "\n# `packages/a`\n\n## 0.2.0\n\n- More.\n",
    );
    expect((await callsOf("npx")).join("\n")).not.toContain("pack-release");
  });

  it.each([
    ["something to release", "@x/a 1.0.0 a.tgz", "next=publish\n"],
    ["nothing to release", "", ""],
  ])("packs where there are none and there is %s", async (_, text, output) => {
    await program(
      "npx",
      `if (args.includes("name-repository")) process.exit(0);
      if (!args.includes("pack-release")) process.exit(1);
      fs.mkdirSync(args.at(-1)); fs.writeFileSync(args.at(-1) + "/release.txt", ${JSON.stringify(text)});`,
    );
    await mkdir(join(folder, ".changeset"));
    await writeFile(join(folder, ".changeset", "README.md"), "");
    const ended = await bash(await scriptOf("release", "next"), {
      GITHUB_REPOSITORY: "us/clients",
    });
    expect(ended).toMatchObject({ code: 0, output });
    const [named, packed] = await callsOf("npx");
    expect(named).toBe("--yes pnpm@10 name-repository us/clients");
    expect(packed).toContain("pack-release");
  });
});
