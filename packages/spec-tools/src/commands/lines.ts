import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { readArguments } from "../base/arguments.js";
import type { Output } from "../base/command.js";
import { InputError } from "../base/input-error.js";
import type { Api } from "../base/repository.js";

const usage = "lines";

interface Counts {
  name: string;
  code: number;
  tests: number;
  declared: number;
  generated: number;
}

/**
 * `lines`: how many lines each package has that somebody wrote: code, tests, and declarations (an API's source and
 * overlays), and beside them those that are generated. Blank lines do not count.
 */
export async function lines(args: string[], output: Output): Promise<number> {
  const { words, repository } = readArguments(args, [], usage);
  if (words.length > 0) throw new InputError(`lines takes no arguments. Usage: ${usage}`);
  const names = (
    await readdir(join(repository.root, repository.settings.packages), { withFileTypes: true })
  )
    .filter((entry) => !entry.name.startsWith("."))
    .map(({ name }) => name)
    .sort();
  const rows = await Promise.all(names.map((name) => countsOf(repository.api(name))));
  for (const line of table(rows)) output.out(line);
  return 0;
}

async function countsOf(one: Api): Promise<Counts> {
  const { root } = one.repository;
  const source = join(root, one.package, "src");
  const generated = await linesBelow(join(source, "generated"));
  return {
    name: one.name,
    code: (await linesBelow(source)) - generated,
    tests: await linesBelow(join(root, one.package, "test")),
    declared:
      (await linesBelow(join(root, one.specs, "source"))) +
      (await linesBelow(join(root, one.specs, "overlays"))),
    generated,
  };
}

/** Lines of the files below a folder that are not blank; 0 where there is no folder. */
async function linesBelow(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile() && /\.(?:ts|js|yaml)$/.test(entry.name));
  const counts = files.map(async ({ parentPath, name }) => {
    const text = await readFile(join(parentPath, name), "utf8");
    return text.split("\n").filter((line) => line.trim() !== "").length;
  });
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
}

const columns = ["code", "tests", "declared", "generated"] as const;

function table(rows: readonly Counts[]): string[] {
  const wide = Math.max(...rows.map(({ name }) => name.length), "package".length);
  const line = (name: string, cells: readonly (string | number)[]) =>
    `${name.padEnd(wide)}${cells.map((cell) => String(cell).padStart(11)).join("")}`;
  return [
    line("package", columns),
    ...rows.map((row) =>
      line(
        row.name,
        columns.map((column) => row[column]),
      ),
    ),
  ];
}
