import { symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Command } from "../src/base/command.js";
import { importDocs } from "../src/commands/import-docs.js";
import { countLineChanges } from "../src/import/describe-import.js";
import { findFragment, findTitle } from "../src/import/page.js";
import { tinyRepo } from "./tiny-repo.js";
import { fragment, vendorPage } from "./vendor-page.js";

const offline: Command = (args, output) =>
  importDocs(args, output, () => Promise.reject(new Error("no network here")));
const known = ["--address", "https://docs.tiny.test/x.md", "--api", "tiny"];
const many = 1_000_000;

/** Pages that take minutes where a character is looked at once for each of the others. */
const large: [what: string, text: string, title: string | undefined][] = [
  ["blanks behind a title", `# a${" ".repeat(many)}\n`, "a"],
  ["blanks inside a title", `# a${" ".repeat(many)}b`, undefined],
  ["marks behind a title", `# a ${"#".repeat(many)}\n`, "a"],
  ["marks and blanks in turns", `# a${" #".repeat(many / 2)}x`, undefined],
  ["a title of opening brackets", `# ${"<".repeat(many)}`, undefined],
  ["a title of tags", `# ${"<a>".repeat(many / 4)}b`, "b"],
  ["a fence of a million marks", "`".repeat(many), undefined],
  ["a fence that is closed by blanks and a letter", `~~~\n~~~${" ".repeat(many)}x\n~~~\n# a`, "a"],
  ["an info string of blanks", `\`\`\`yaml${" ".repeat(many)}x\n\`\`\`\n# a`, "a"],
  ["a hundred thousand fences", `${"~~~\n".repeat(100_000)}# a`, "a"],
  ["a line end after the other", `${"\n".repeat(many)}# a`, "a"],
];

describe("a page of any length is read in linear time", { timeout: 60_000 }, () => {
  it.each(large)("%s", (_, text, title) => {
    if (title === undefined) expect(() => findTitle(text, "page.md")).toThrow(/^page\.md:1: /);
    else expect(findTitle(text, "page.md")).toBe(title);
    expect(() => findFragment(text, "page.md")).toThrow(/^page\.md:\d+: /);
  });

  it("and compared with the one before in linear time", () => {
    const lines = (from: number): string =>
      Array.from({ length: 200_000 }, (_, index) => `line ${from + index}`).join("\n");
    expect(countLineChanges(lines(0), lines(50_000))).toEqual({ added: 50_000, removed: 50_000 });
  });
});

describe("import-docs refuses", () => {
  it.each([
    [
      "a file name of 300 letters",
      vendorPage(fragment, `yaml ${"a".repeat(300)}.json GET /parts/{id}`),
      /:14: the fence's file name "a{80}…" is refused; allowed are .* up to 100 letters/,
    ],
    [
      "an operation whose path would steer a terminal",
      vendorPage(fragment, "yaml v1/x.json GET /parts/\u001b[2J"),
      /:14: the path "\/parts\/\\u001b\[2J" is refused/,
    ],
    ["a title of 301 letters", `# ${"a".repeat(301)}\n${vendorPage()}`, /:1: the title is longer/],
    [
      "a thousand other operations, without naming them all",
      vendorPage(
        fragment.replace(
          "paths:\n",
          `paths:\n${Array.from({ length: 1000 }, (_, n) => `  /p${n}: { get: {} }\n`).join("")}`,
        ),
        "yaml v1/x.json PUT /parts/{id}",
      ),
      /holds GET \/p0, GET \/p1, GET \/p2, GET \/p3, GET \/p4, …$/,
    ],
  ])("%s", async (_, text, line) => {
    const repo = await tinyRepo();
    const page = join(repo.root, "page.md");
    await writeFile(page, text);
    const before = await repo.files();
    const { code, out, err } = await repo.run(offline, page, ...known);
    expect({ code, out, err }).toEqual({ code: 1, out: [], err: [expect.stringMatching(line)] });
    expect(await repo.files()).toEqual(before);
  });

  it("a page of more than 20 MB, a folder and a device, before it reads them", async () => {
    const repo = await tinyRepo();
    const page = join(repo.root, "page.md");
    await writeFile(page, "x".repeat(20 * 1024 * 1024 + 1));
    expect((await repo.run(offline, page, ...known)).err).toEqual([
      `${page}: larger than 20971520 bytes`,
    ]);
    expect((await repo.run(offline, "/dev/zero", ...known)).err).toEqual(["/dev/zero: not a file"]);
  });

  it("names and titles on the command line that cannot be", async () => {
    const repo = await tinyRepo();
    for (const [args, line] of [
      [["--api", "a".repeat(65)], /^--api a+: must be up to 64 lower-case letters/],
      [["--title", " "], /^--title " ": must have 1 to 300 characters$/],
      [["--note", "GET /a/../b"], /^--note "GET \/a\/\.\.\/b": must be like/],
      [["--note", "GET /a`b"], /^--note "GET \/a`b": must be like/],
    ] as const) {
      const page = join(repo.root, "page.md");
      await writeFile(page, "# Title\n");
      const { code, err } = await repo.run(offline, page, "--address", "https://x.test", ...args);
      expect({ code, err }).toEqual({ code: 1, err: [expect.stringMatching(line)] });
    }
  });

  it("a provenance file that leads out of upstream, or that comes to gigabytes", async () => {
    const repo = await tinyRepo();
    const page = join(repo.root, "page.md");
    await writeFile(page, vendorPage());
    const provenance = "specs/tiny/upstream/PROVENANCE.yaml";
    const facts = ["operation", "address", "title", "seen", "dated", "sha256"];
    const entry = facts.map((name) => `${name}: x`).join(", ");
    await repo.write(provenance, `pages: [{ ${entry}, file: ../../../etc/passwd }]\n`);
    expect((await repo.run(offline, page, ...known)).err).toEqual([
      `${provenance}: pages[0]: "file" must be a file name`,
    ]);
    const aliases = Array(9).fill("*b").join(", ");
    await repo.write(provenance, `pages: &b [${aliases}]\n`);
    expect((await repo.run(offline, page, ...known)).err).toEqual([
      expect.stringContaining("nested deeper than 100 levels"),
    ]);
  });

  it("to write through links: of an API, of a folder in it, and of a file", async () => {
    for (const [link, target] of [
      ["specs/linked", "elsewhere"],
      ["specs/tiny/upstream", "elsewhere"],
      ["specs/tiny/upstream/get-part.yaml", "page.md"],
    ] as const) {
      const repo = await tinyRepo();
      const page = join(repo.root, "page.md");
      await writeFile(page, vendorPage());
      await repo.write("elsewhere/upstream/.keep", "");
      if (link === "specs/tiny/upstream") await repo.remove(link);
      await symlink(join(repo.root, target), join(repo.root, link));
      const api = link.split("/")[1] ?? "";
      const before = await repo.files();
      const args = ["--address", "https://docs.tiny.test/x.md", "--api", api];
      expect((await repo.run(offline, page, ...args)).err).toEqual([
        `${link}: a symbolic link; specs and generated files are files of this checkout`,
      ]);
      expect(await repo.files()).toEqual(before);
    }
  });
});

it("a page without a title or a fragment can be recorded with --note and --title", async () => {
  const repo = await tinyRepo();
  const page = join(repo.root, "page.md");
  await writeFile(page, "no heading here\n");
  const args = ["--note", "PUT /v1/things/{id}", ...known];
  expect((await repo.run(offline, page, ...args)).err).toEqual([
    `${page}:1: no title; the page needs a line like "# Title", or pass --title "…"`,
  ]);
  expect((await repo.run(offline, page, ...args, "--title", "Change a thing")).err).toEqual([]);
  expect(await repo.read("specs/tiny/upstream/PROVENANCE.yaml")).toContain("title: Change a thing");
});
