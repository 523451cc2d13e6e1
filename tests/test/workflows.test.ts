import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import { actionlint } from "../src/actionlint.js";
import { filesBelow, read } from "../src/repo.js";
import { actionProblems, workflowProblems } from "../src/workflows.js";

const workflows = await filesBelow(".github/workflows", ".yml", ".yaml");
const actions = await filesBelow(".github/actions", "action.yml");

describe("the workflows of GitHub", () => {
  it("are here", () => {
    const all = "ci comment follow propose prove release site spec-pipeline upstream".split(" ");
    expect(workflows).toEqual(all.map((name) => `.github/workflows/${name}.yml`));
  });

  it.each(workflows)(
    "%s pins every action by commit, and grants no more than it must",
    async (file) => {
      expect(workflowProblems(basename(file), await read(file))).toEqual([]);
    },
  );

  it.each(actions)("%s pins every action by commit", async (file) => {
    expect(actionProblems(await read(file))).toEqual([]);
  });

  const expression = (name: string) => `$\{{ ${name} }}`;
  const pin = "3d3c42e5aac5ba805825da76410c181273ba90b1";
  const lines = "    permissions:\n      contents: write\n";
  it.each<[what: string, file: string, from: string | RegExp, to: string, problem: RegExp]>([
    ["an action by its tag", "ci", /@[0-9a-f]{40} # v/, "@v7 # v", /@v7 is not pinned/],
    ["an action by its branch", "ci", /@[0-9a-f]{40}/, "@main", /@main is not pinned/],
    ["a short commit", "ci", pin, pin.slice(0, 12), /is not pinned/],
    ["an image", "ci", /actions\/checkout@\w+/, "docker://node:20", /docker:.* is not pinned/],
    ["an action of another folder", "ci", "./.github/actions/setup", "./x", /\.\/x is not pinned/],
    [
      "an action that is not there",
      "ci",
      "actions/setup\n",
      "actions/none\n",
      /none is not pinned/,
    ],
    [
      "an action of somebody else",
      "ci",
      "actions/checkout@",
      "a/checkout@",
      /not an action of Git/,
    ],
    ["a commit without its version", "ci", " # v7.0.1", "", /no comment with its version/],
    ["no permissions", "ci", "permissions:\n  contents: read\n", "", /permissions of the workflow/],
    ["all permissions", "ci", "  contents: read", "  contents: write", /permissions of the workf/],
    [
      "one permission more",
      "ci",
      "  contents: read",
      "  contents: read\n  issues: read",
      /workflow/,
    ],
    ["a job that gives itself some", "ci", "    runs-on", `${lines}    runs-on`, /of its own/],
    [
      "a job that takes more",
      "release",
      "id-token: write",
      "id-token: write\n      contents: write",
      /publish: permissions of its own/,
    ],
    [
      "another workflow",
      "release",
      "./.github/workflows/propose.yml",
      "a/b/.github/x.yml@main",
      /anot/,
    ],
    [
      "a token that stays",
      "ci",
      "persist-credentials: false",
      "persist-credentials: true",
      /token/,
    ],
    ["a token that stays unless told", "ci", "persist-credentials: false", "lfs: false", /token/],
    ["a trigger beside secrets", "ci", "  pull_request:", "  pull_request_target:", /stranger/],
    [
      "a checkout beside secrets",
      "comment",
      /actions\/download-artifact@/,
      "actions/checkout@",
      /strang/,
    ],
    [
      "a script beside secrets",
      "comment",
      "          export LC_ALL=C",
      "          node x",
      /stranger/,
    ],
    [
      "an expression in a script",
      "ci",
      ".ci/run",
      `echo ${expression("github.head_ref")}`,
      /expres/,
    ],
    [
      "an input in a script",
      "follow",
      'mkdir "$RUN',
      `echo ${expression("inputs.api")}; mkdir "$RUN`,
      /expression/,
    ],
    ["a secret", "ci", "fail-fast: false", `fail-fast: ${expression("secrets.T")}`, /secret/],
    ["no time limit", "ci", "    timeout-minutes: 20\n", "", /no timeout-minutes/],
    ["a time limit of a day", "ci", "timeout-minutes: 20", "timeout-minutes: 1440", /no timeout-m/],
    ["no concurrency group", "ci", /concurrency:\n.*\n.*\n/, "", /no concurrency group/],
    ["a release in forks", "release", "!github.event.repository.fork", "true", /runs in forks/],
    ["a schedule in forks", "upstream", "!github.event.repository.fork", "true", /runs in forks/],
    [
      "a job that writes and runs tools",
      "propose",
      "git config user.name",
      "npx x; git config u",
      /may write, and runs/,
    ],
    [
      "a job that writes and installs",
      "release",
      "      - name: Tag",
      "      - uses: ./.github/actions/setup\n      - name: Tag",
      /may write, and runs \.\//,
    ],
  ])("with %s are refused", async (_, file, from, to, problem) => {
    const text = await read(`.github/workflows/${file}.yml`);
    const bad = text.replace(from, () => to);
    expect(bad).not.toBe(text);
    expect(workflowProblems(`${file}.yml`, bad).join("\n")).toMatch(problem);
  });

  it.each([
    ["a need that there is not", "needs: [files, node, changes]", "needs: [files, nodes]", /nodes/],
    ["a key that there is not", "    timeout-minutes: 20", "    time-out: 20", /time-out/],
    ["results of no job", "needs.*.result", "needs.none.result", /none/],
    [
      "a title in a script",
      'echo "$RESULTS"',
      `echo ${expression("github.head_ref")}`,
      /untrusted/,
    ],
    ["a matrix value of none", expression("matrix.os"), expression("matrix.so"), /"so"/],
  ])("with %s are refused by actionlint", async (_, from, to, problem) => {
    const text = await read(".github/workflows/ci.yml");
    const bad = text.replace(from, () => to);
    expect((await actionlint("ci.yml", bad)).join("\n")).toMatch(problem);
  });

  it("use one commit of each action", async () => {
    const pins = new Map<string, Set<string>>();
    for (const file of [...workflows, ...actions]) {
      for (const [, action = "", commit = ""] of (await read(file)).matchAll(
        /uses: (actions\/[\w/-]+)@(.*)/g,
      )) {
        pins.set(action, (pins.get(action) ?? new Set()).add(commit));
      }
    }
    for (const [action, commits] of pins)
      expect([action, [...commits]]).toEqual([action, [expect.any(String)]]);
  });
});
