import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Command } from "../src/base/command.js";
import { importDocs } from "../src/commands/import-docs.js";
import { type TinyRepo, tinyRepo } from "./tiny-repo.js";
import { fragment, vendorPage } from "./vendor-page.js";

const address = "https://docs.tiny.test/get-part.md";
const file = "specs/tiny/upstream/get-part.yaml";
const provenance = "specs/tiny/upstream/PROVENANCE.yaml";

const offline: Command = (args, output) =>
  importDocs(args, output, () => Promise.reject(new Error("no network here")));

async function page(repo: TinyRepo, text: string, name = "page.md"): Promise<string> {
  const path = join(repo.root, name);
  await writeFile(path, text);
  return path;
}

describe("import-docs", () => {
  it("keeps the lines between the fences byte for byte, and where they come from", async () => {
    const repo = await tinyRepo();
    const source = await page(repo, vendorPage());
    const facts = ["--address", address, "--seen", "2026-11-20", "--dated", "2026-06-26"];
    expect(await repo.run(offline, source, ...facts)).toEqual({
      code: 0,
      out: [
        `${file}: new (GET /parts/{id})`,
        `${file}: no path uses it; refer to it at GET /parts/{id} in specs/tiny/source/openapi.yaml`,
      ],
      err: [],
    });
    expect(await repo.read(file)).toBe(fragment);
    expect(
      (await repo.read(provenance)).split("\n").filter((line) => !line.startsWith("#")),
    ).toEqual([
      "pages:",
      "  - operation: GET /parts/{id}",
      `    address: ${address}`,
      "    title: 查询部件",
      "    seen: 2026-11-20",
      "    dated: 2026-06-26",
      `    sha256: ${createHash("sha256").update(fragment).digest("hex")}`,
      "    file: get-part.yaml",
      "    claims: v1-spec/get-part.json",
      "",
    ]);
  });

  it("keeps carriage returns too", async () => {
    const repo = await tinyRepo();
    const body = fragment.replaceAll("\n", "\r\n");
    const source = await page(repo, vendorPage().replaceAll("\n", "\r\n"));
    expect((await repo.run(offline, source, "--address", address)).code).toBe(0);
    expect(await repo.read(file)).toBe(body);
  });

  it("takes a fence of tildes, and one that holds a shorter fence", async () => {
    const repo = await tinyRepo();
    const body = `${fragment}x-note: |\n  \`\`\`yaml\n  \`\`\`\n`;
    for (const marks of ["~~~", "`````"]) {
      const text = vendorPage(body).replace("````yaml", `${marks}yaml`).replace(/````$/, marks);
      const source = await page(repo, text);
      expect((await repo.run(offline, source, "--address", address)).err).toEqual([]);
      expect(await repo.read(file)).toBe(body);
    }
  });

  it("remembers the address of a page, and says when nothing changed", async () => {
    const repo = await tinyRepo();
    const source = await page(repo, vendorPage());
    await repo.run(
      offline,
      source,
      "--address",
      address,
      "--dated",
      "2026-06-26",
      "--seen",
      "2026-11-20",
    );
    expect(await repo.run(offline, source, "--seen", "2026-11-21")).toEqual({
      code: 0,
      out: [`${file}: unchanged`],
      err: [],
    });
    const entry = await repo.read(provenance);
    expect(entry).toContain(`address: ${address}\n`);
    expect(entry).toContain("seen: 2026-11-21\n    dated: 2026-06-26\n");
  });

  it("says what changed against the one before", async () => {
    const repo = await tinyRepo();
    await repo.run(offline, await page(repo, vendorPage()), "--address", address);
    const after = fragment
      .replace("summary: 查询", "summary: 查询部件")
      .replace("      responses:", "      deprecated: true\n      responses:")
      .replace('          description: "成功"   \n', "          content: {}\n");
    expect(await repo.run(offline, await page(repo, vendorPage(after)))).toEqual({
      code: 0,
      out: [
        `${file}: changed, +3 -2 lines`,
        "  added #/paths/~1parts~1{id}/get/responses/200/content",
        "  added #/paths/~1parts~1{id}/get/deprecated",
        "  reworded #/paths/~1parts~1{id}/get/summary",
        "  reworded #/paths/~1parts~1{id}/get/responses/200/description",
        `${file}: no path uses it; refer to it at GET /parts/{id} in specs/tiny/source/openapi.yaml`,
      ],
      err: [],
    });
    expect(await repo.read(provenance)).toContain("dated: unknown");
  });

  it("finds the API by the fragment's server, and by the operation it holds already", async () => {
    const repo = await tinyRepo();
    const elsewhere = vendorPage(fragment.replace("api.tiny.test", "api.other.test"));
    const refused = await repo.run(offline, await page(repo, elsewhere), "--address", address);
    expect(refused).toEqual({
      code: 1,
      out: [],
      err: [
        expect.stringMatching(
          /page\.md: no API matches GET \/parts\/\{id\}; pass --api NAME \(known: tiny\)$/,
        ),
      ],
    });
    await repo.run(offline, await page(repo, elsewhere), "--address", address, "--api", "tiny");
    expect((await repo.run(offline, await page(repo, elsewhere))).out).toEqual([
      `${file}: unchanged`,
    ]);
  });

  it("starts a new API when it is named", async () => {
    const repo = await tinyRepo();
    const source = await page(repo, vendorPage());
    await repo.run(offline, source, "--address", address, "--api", "brand-new");
    expect(await repo.read("specs/brand-new/upstream/get-part.yaml")).toBe(fragment);
  });

  it("keeps only the provenance of a page without a fragment", async () => {
    const repo = await tinyRepo();
    const text = "# 修改<a name='y'></a>\n\n| table |\n";
    const source = await page(repo, text);
    const note = ["--note", "PUT /v1/things/{id}", "--api", "tiny", "--seen", "2026-11-20"];
    expect((await repo.run(offline, source, ...note, "--address", address)).out).toEqual([
      "specs/tiny/upstream: PUT /v1/things/{id}: new (provenance only)",
    ]);
    expect((await repo.run(offline, source, ...note)).out).toEqual([
      "specs/tiny/upstream: PUT /v1/things/{id}: unchanged (provenance only)",
    ]);
    const entry = await repo.read(provenance);
    expect(entry).toContain("title: 修改\n    seen: 2026-11-20\n    dated: unknown\n");
    expect(entry).toContain(createHash("sha256").update(text).digest("hex"));
    expect(entry).not.toContain("file:");
  });
});
