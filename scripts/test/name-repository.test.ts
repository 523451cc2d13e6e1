import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { absoluteLinks, nameRepository } from "../src/name-repository.js";

const output = { out: () => undefined, err: () => undefined };

async function checkoutOf(files: Record<string, string>): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "name-repository-"));
  onTestFinished(() => rm(root, { recursive: true }));
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), text);
  }
  return root;
}

it("tells each package where it comes from, but for private ones", async () => {
  const own = '{ "name": "@x/b", "private": true }';
  const root = await checkoutOf({
    "packages/a/package.json": '{ "name": "@x/a", "repository": "old", "version": "1.0.0" }',
    "packages/a/README.md": "[limits](../../docs/limits.md#why)\n",
    "packages/a/README.zh-CN.md": "[English](README.md)\n",
    "packages/a/CHANGELOG.md": "[kept](x.md)\n",
    "packages/b/package.json": own,
  });
  expect(await nameRepository(["us/clients"], output, root)).toBe(0);
  const read = (file: string) => readFile(join(root, "packages", file), "utf8");
  expect(JSON.parse(await read("a/package.json"))).toEqual({
    name: "@x/a",
    version: "1.0.0",
    repository: {
      type: "git",
      url: "git+https://github.com/us/clients.git",
      directory: "packages/a",
    },
    homepage: "https://github.com/us/clients/tree/HEAD/packages/a#readme",
    bugs: "https://github.com/us/clients/issues",
  });
  const blob = "https://github.com/us/clients/blob/HEAD";
  expect(await read("a/README.md")).toBe(`[limits](${blob}/docs/limits.md#why)\n`);
  expect(await read("a/README.zh-CN.md")).toBe(`[English](${blob}/packages/a/README.md)\n`);
  expect(await read("a/CHANGELOG.md")).toBe("[kept](x.md)\n");
  expect(await read("b/package.json")).toBe(own);
});

it.each([
  [[]],
  [["clients"]],
  [["us/clients", "more"]],
  [["https://github.com/us/clients"]],
  [["../x/y"]],
])("refuses %j before it writes", async (args) => {
  const root = await checkoutOf({ "packages/a/package.json": "{}" });
  await expect(nameRepository(args, output, root)).rejects.toThrow("name-repository OWNER/NAME");
  expect(await readFile(join(root, "packages/a/package.json"), "utf8")).toBe("{}");
});

it.each([
  ["an address", "[a](https://example.org/x)"],
  ["a mail address", "[a](mailto:a@example.org)"],
  ["a heading of the page", "[a](#b)"],
  ["code in a line", "`[a](b.md)`"],
  ["a fence", "```ts\nx[a](b);\n```"],
])("leaves %s as it is", (_, page) => {
  expect(absoluteLinks(page, "packages/a", "https://x")).toBe(page);
});
