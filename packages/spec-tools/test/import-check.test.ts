import { describe, expect, it } from "vitest";
import type { Command } from "../src/base/command.js";
import { importDocs } from "../src/commands/import-docs.js";
import type { Fetch } from "../src/import/load-page.js";
import { type TinyRepo, tinyRepo } from "./tiny-repo.js";
import { fragment, vendorPage } from "./vendor-page.js";

const docs = "https://docs.tiny.test";
const part = "specs/tiny/upstream/get-part.yaml";
const whole = (field: string) =>
  `openapi: 3.0.0\ninfo: { title: Disks, version: "1" }\npaths:\n  /disks:\n    get: { description: ${field} }\n`;

/** What the vendor's site has, by path; a test changes it. */
type Site = Record<string, string>;

/** A checkout with a page, a page without a fragment and a whole document, each imported from its address. */
async function imported(): Promise<{ repo: TinyRepo; site: Site; asked: string[]; run: Command }> {
  const repo = await tinyRepo();
  const site: Site = {
    "/get-part.md": vendorPage(),
    "/delete-part.md": "# 删除\n\nIt deletes.\n",
    "/disks.yaml": whole("All"),
  };
  const asked: string[] = [];
  const get: Fetch = async (address) => {
    asked.push(address);
    const text = site[address.slice(docs.length)];
    return new Response(text ?? "", { status: text === undefined ? 404 : 200 });
  };
  const run: Command = (args, output) => importDocs(args, output, get);
  const day = ["--api", "tiny", "--seen", "2026-11-20"];
  await repo.run(run, `${docs}/get-part.md`, ...day);
  await repo.run(run, `${docs}/delete-part.md`, ...day, "--note", "DELETE /parts/{id}");
  await repo.run(run, `${docs}/disks.yaml`, ...day);
  asked.length = 0;
  return { repo, site, asked, run };
}

const unchanged = [
  "specs/tiny/upstream: DELETE /parts/{id}: unchanged (provenance only)",
  `${part}: unchanged`,
  "specs/tiny/upstream/disks.yaml: unchanged",
];

describe("import-docs --recorded --check", () => {
  it("reads every recorded page once, and ends with 0 when none differs", async () => {
    const { repo, asked, run } = await imported();
    const before = await repo.files();
    expect(await repo.run(run, "--recorded", "--check")).toEqual({
      code: 0,
      out: unchanged,
      err: [],
    });
    expect(asked.sort()).toEqual(
      ["/delete-part.md", "/disks.yaml", "/get-part.md"].map((path) => docs + path),
    );
    expect(await repo.files()).toEqual(before);
  });

  it.each([
    ["a fragment", "/get-part.md", vendorPage(fragment.replace("查询", "读取")), part],
    [
      "a page without one",
      "/delete-part.md",
      "# 删除\n\nIt keeps.\n",
      "specs/tiny/upstream: DELETE /parts/{id}: changed (provenance only)",
    ],
    ["a whole document", "/disks.yaml", whole("Some"), "specs/tiny/upstream/disks.yaml: changed"],
  ])("says what differs in %s, ends with 1 and writes nothing", async (_, path, text, line) => {
    const { repo, site, run } = await imported();
    const before = await repo.files();
    site[path] = text;
    const { code, out, err } = await repo.run(run, "--recorded", "--check");
    expect({ code, err }).toEqual({ code: 1, err: [] });
    expect(out.join("\n")).toContain(line);
    expect(await repo.files()).toEqual(before);
  });

  it("does not mind a page around the fragment that differs", async () => {
    const { repo, site, run } = await imported();
    site["/get-part.md"] = vendorPage().replace("查询部件", "读取部件");
    expect((await repo.run(run, "--recorded", "--check")).code).toBe(0);
  });

  it("looks at one API when told so", async () => {
    const { repo, asked, run } = await imported();
    await repo.write("specs/other/source/openapi.yaml", "openapi: 3.0.3\npaths: {}\n");
    expect((await repo.run(run, "--recorded", "--check", "--api", "other")).code).toBe(0);
    expect(asked).toEqual([]);
    expect((await repo.run(run, "--recorded", "--check", "--api", "none")).err).toEqual([
      "specs/none/source/openapi.yaml: missing; the APIs are: other, tiny",
    ]);
  });
});

describe("import-docs --recorded", () => {
  it("keeps what differs, and leaves the day of what does not", async () => {
    const { repo, site, run } = await imported();
    site["/get-part.md"] = vendorPage(fragment.replace("查询", "读取"));
    expect((await repo.run(run, "--recorded")).code).toBe(0);
    expect(await repo.read(part)).toContain("读取");
    const provenance = await repo.read("specs/tiny/upstream/PROVENANCE.yaml");
    const today = new Date().toISOString().slice(0, 10);
    expect(provenance.match(/seen: .*/g)).toEqual([
      "seen: 2026-11-20",
      `seen: ${today}`,
      "seen: 2026-11-20",
    ]);
    const before = await repo.files();
    await repo.run(run, "--recorded");
    expect(await repo.files()).toEqual(before);
  });

  it("names every page that cannot be read, and then keeps none", async () => {
    const { repo, site, run } = await imported();
    const before = await repo.files();
    site["/get-part.md"] = "# 查询部件\n";
    delete site["/delete-part.md"];
    site["/disks.yaml"] = whole("Some");
    for (const more of [["--check"], []]) {
      const { code, out, err } = await repo.run(run, "--recorded", ...more);
      expect({ code, out }).toEqual({ code: 1, out: [] });
      expect(err).toEqual([
        `${docs}/delete-part.md: responded with 404 instead of 200`,
        expect.stringContaining(`${docs}/get-part.md:2: the page has no OpenAPI fence`),
      ]);
    }
    expect(await repo.files()).toEqual(before);
  });

  it("takes no page, and no fact of one", async () => {
    const { repo, run } = await imported();
    for (const [args, what] of [
      [[`${docs}/x.md`], `${docs}/x.md`],
      [["--note", "GET /x"], "--note"],
      [["--seen", "2026-11-20"], "--seen"],
    ] as const) {
      const { code, err } = await repo.run(run, "--recorded", ...args);
      expect(code).toBe(1);
      expect(err[0]).toContain(`--recorded cannot be combined with ${what}. Usage: import-docs`);
    }
  });
});

describe("import-docs PAGE --check", () => {
  it("compares one page", async () => {
    const { repo, site, run } = await imported();
    expect((await repo.run(run, `${docs}/get-part.md`, "--check", "--api", "tiny")).code).toBe(0);
    site["/get-part.md"] = vendorPage(fragment.replace("查询", "读取"));
    expect((await repo.run(run, `${docs}/get-part.md`, "--check", "--api", "tiny")).code).toBe(1);
    expect(await repo.read(part)).toBe(fragment);
  });
});

it("a page in a repository on GitHub is read as text, not as what a browser shows", async () => {
  const repo = await tinyRepo();
  const address = "https://github.com/vendor/docs/blob/HEAD/api/get%20part.md";
  const asked: string[] = [];
  const run: Command = (args, output) =>
    importDocs(args, output, async (one) => {
      asked.push(one);
      return new Response(vendorPage());
    });
  await repo.run(run, address, "--api", "tiny");
  expect(asked).toEqual(["https://raw.githubusercontent.com/vendor/docs/HEAD/api/get%20part.md"]);
  expect(await repo.read("specs/tiny/upstream/PROVENANCE.yaml")).toContain(`address: ${address}\n`);
});
