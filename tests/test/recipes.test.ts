import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe } from "vitest";
import { fences } from "../src/fences.js";
import { filesBelow, read, root } from "../src/repo.js";

const folder = join(root, "tests", "reports", "recipes");

/** The TypeScript fences of a page that are test files. */
function recipes(page: string): string[] {
  return fences(page).filter((code) => code.includes('from "vitest"'));
}

await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });

// The pages promise that their tests pass: here they do.
for (const page of [
  ...(await filesBelow("docs", ".md")),
  ...(await filesBelow("packages", "README.md")),
]) {
  for (const [index, code] of recipes(await read(page)).entries()) {
    const file = join(folder, `${page.replaceAll(/[^a-z0-9]+/gi, "-")}-${index + 1}.ts`);
    await writeFile(file, code);
    describe(`the recipe ${index + 1} of ${page}`, async () => {
      await import(/* @vite-ignore */ file);
    });
  }
}
