import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Command } from "../src/base/command.js";
import { importDocs } from "../src/commands/import-docs.js";
import { tinyRepo } from "./tiny-repo.js";
import { fragment, vendorPage } from "./vendor-page.js";

const offline: Command = (args, output) =>
  importDocs(args, output, () => Promise.reject(new Error("no network here")));
const known = ["--address", "https://docs.tiny.test/x.md", "--api", "tiny"];

const pages: [what: string, text: string, line: string][] = [
  [
    "a page that was cut in the middle",
    vendorPage().slice(0, -40),
    "14: the fence that opens here is never closed: the page is truncated; fetch it again",
  ],
  [
    "a page without an OpenAPI fence",
    "# Title\n\n```bash\ncurl x\n```\n",
    '6: the page has no OpenAPI fence; expected one fence like ```yaml FILE METHOD PATH, or --note "METHOD PATH" for a page that has none',
  ],
  [
    "a page with two OpenAPI fences",
    `${vendorPage()}\n\n${vendorPage()}`,
    "43: a second OpenAPI fence (the first is in line 14); expected only one fence like ```yaml FILE METHOD PATH",
  ],
  [
    "a fragment that is not YAML",
    vendorPage(fragment.replace("summary: 查询", "summary: [查询")),
    "24:7: not YAML: deficient indentation",
  ],
  [
    "a fragment with a key twice",
    vendorPage(fragment.replace("      responses:", "      summary: x\n      responses:")),
    "24:7: not YAML: duplicated mapping key",
  ],
  [
    "a fragment that is not OpenAPI 3",
    vendorPage(fragment.replace("openapi: 3.0.0", "swagger: '2.0'")),
    '15: the fragment is not OpenAPI 3: it needs "openapi: 3.…" and "paths:"',
  ],
  [
    "a fence whose operation the fragment does not hold",
    vendorPage(fragment, "yaml v1/get-part.json PUT /parts/{id}"),
    "14: the fence names PUT /parts/{id}, but the fragment holds GET /parts/{id}",
  ],
  [
    "a page without a title",
    vendorPage().replace("# 查询部件 <a", "查询部件 <a"),
    '1: no title; the page needs a line like "# Title", or pass --title "…"',
  ],
  ...[
    "../../escape.json",
    "/etc/passwd",
    "v1\\..\\x.json",
    "v1/.hidden.json",
    "PROVENANCE.yaml",
  ].map((name): [string, string, string] => [
    `a fence that names the file ${name}`,
    vendorPage(fragment, `yaml ${name} GET /parts/{id}`),
    `14: the fence's file name ${JSON.stringify(name)} is refused; allowed are plain relative names of up to 100 letters, digits, ".", "_" and "-", without ".."`,
  ]),
];

describe("import-docs refuses, in one line, and writes nothing", () => {
  it.each(pages)("%s", async (_, text, line) => {
    const repo = await tinyRepo();
    const good = join(repo.root, "good.md");
    const bad = join(repo.root, "bad.md");
    await writeFile(good, vendorPage(fragment, "yaml other.json GET /parts/{id}"));
    await writeFile(bad, text);
    const before = await repo.files();
    const said = await repo.run(offline, bad, ...known);
    expect(said).toEqual({ code: 1, out: [], err: [`${bad}:${line}`] });
    // A good page beside it is not written either.
    await repo.run(offline, good, bad, "--api", "tiny");
    expect(await repo.files()).toEqual(before);
  });

  it.each([
    ["no page at all", [], /^no page given\. Usage: import-docs PAGE…/],
    ["a file that is not there", ["lost.md"], /^lost\.md: no such file$/],
    ["an address that is not https", ["http://docs.tiny.test/x.md"], /must be https/],
    [
      "an address with a password",
      ["https://me:pw@docs.tiny.test/x.md"],
      /without user or password$/,
    ],
    ["a day that is none", ["x.md", "--seen", "2026-02-30"], /^--seen 2026-02-30: must be a day/],
    [
      "an API name with a path in it",
      ["x.md", "--api", "../x"],
      /^--api \.\.\/x: must be up to 64 lower-case/,
    ],
    [
      "one address for two pages",
      ["a.md", "b.md", "--address", "https://x.test"],
      /give one page$/,
    ],
    ["an option that is unknown", ["x.md", "--force"], /Usage: import-docs/],
  ])("%s", async (_, args, line) => {
    const repo = await tinyRepo();
    expect(await repo.run(offline, ...args)).toEqual({
      code: 1,
      out: [],
      err: [expect.stringMatching(line)],
    });
  });

  it("a page whose address nobody knows", async () => {
    const repo = await tinyRepo();
    const page = join(repo.root, "page.md");
    await writeFile(page, vendorPage());
    expect((await repo.run(offline, page)).err).toEqual([
      `${page}: the page's address is unknown; pass --address https://…`,
    ]);
    expect((await repo.run(offline, page, "--address", "http://docs.tiny.test")).err).toEqual([
      "http://docs.tiny.test: a page address must be https://… without user or password",
    ]);
  });

  it("text that is not UTF-8, and a folder", async () => {
    const repo = await tinyRepo();
    const page = join(repo.root, "page.md");
    await writeFile(page, Buffer.from([0x23, 0x20, 0xff]));
    expect((await repo.run(offline, page, ...known)).err).toEqual([`${page}: not UTF-8 text`]);
    await mkdir(join(repo.root, "folder.md"));
    const folder = join(repo.root, "folder.md");
    expect((await repo.run(offline, folder, ...known)).err[0]).toMatch(
      /^.*folder\.md: not a file$/,
    );
  });

  it("two pages for one file, and a file that holds another page's operation", async () => {
    const repo = await tinyRepo();
    const one = join(repo.root, "one.md");
    const two = join(repo.root, "two.md");
    await writeFile(one, vendorPage());
    const moved = fragment.replace("/parts/{id}", "/pieces/{id}");
    await writeFile(two, vendorPage(moved, "yaml v2/get-part.json GET /pieces/{id}"));
    await repo.run(offline, one, ...known);
    expect((await repo.run(offline, one, one)).err).toEqual([
      "specs/tiny/upstream/get-part.yaml: two of the given pages belong to it",
    ]);
    const other = ["--address", "https://docs.tiny.test/y.md", "--api", "tiny"];
    expect((await repo.run(offline, two, ...other)).err).toEqual([
      `${two}: specs/tiny/upstream/get-part.yaml has GET /parts/{id} of another page, https://docs.tiny.test/x.md; if that page is gone, delete the file and its entry first`,
    ]);
    await writeFile(two, vendorPage(fragment, "yaml v2/part.json GET /parts/{id}"));
    expect((await repo.run(offline, two, ...known)).err).toEqual([
      "specs/tiny/upstream/get-part.yaml: already has GET /parts/{id}; delete it and its entry in PROVENANCE.yaml if the vendor renamed it",
    ]);
  });

  it("a provenance file that is not what it writes", async () => {
    const repo = await tinyRepo();
    const page = join(repo.root, "page.md");
    await writeFile(page, vendorPage());
    const provenance = "specs/tiny/upstream/PROVENANCE.yaml";
    for (const [text, line] of [
      [
        "pages: [",
        `${provenance}:1:9: not YAML: unexpected end of the stream within a flow collection`,
      ],
      ["files: []\n", `${provenance}:1: needs a list "pages:" or "documents:"`],
      ["pages: [{ operation: GET /x }]\n", `${provenance}: pages[0]: "address" must be a string`],
    ] as const) {
      await repo.write(provenance, text);
      expect((await repo.run(offline, page, ...known)).err).toEqual([line]);
    }
  });
});
