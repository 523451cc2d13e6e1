import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import {
  bundle,
  importing,
  type Repository,
  specTools,
  upstream,
  withEachDocument,
} from "./large-repository.js";
import { measureCommands, type NodeCommand, type Usage } from "./measure-command.js";
import type { Figure } from "./report.js";

/**
 * What whole documents cost: `lint` beside `redocly lint` with the same rules, a second import, and refusals.
 */
export async function wholeDocuments({ full }: { full: boolean }): Promise<Figure[]> {
  const rounds = full ? 7 : 3;
  const figures: Figure[] = [];
  await withEachDocument(async (name, repository) => {
    figures.push(...(await measureDocument(name, repository, rounds)));
  });
  return figures;
}

/** What is refused for its last pattern, number or operationId: all before it is read and judged in vain. */
const mistakes = {
  pattern: ["pattern: ^[a-z0-9-]{1,63}$", "pattern: ^(a|a)+$"],
  number: ["maximum: 1000000", "maximum: 12345678901234567891"],
  operationId: ["operationId: delete", "operationId: get"],
} as const;

function withMistake(text: string, mistake: keyof typeof mistakes): string {
  const [right, wrong] = mistakes[mistake];
  const at = text.lastIndexOf(right);
  if (at < 0) throw new Error(`the document has no "${right}" to make a mistake in`);
  return text.slice(0, at) + wrong + text.slice(at + right.length);
}

async function measureDocument(
  name: string,
  repository: Repository,
  rounds: number,
): Promise<Figure[]> {
  const { root, document, changed, refused, lines } = repository;
  const { resolve } = createRequire(import.meta.url);
  const command = (...args: string[]): NodeCommand => specTools(root, ...args);
  const imported = (file: string): NodeCommand => importing(root, file);
  const fresh = async () => {
    await rm(join(root, "specs/large/upstream"), { recursive: true, force: true });
  };
  const back = async () => {
    await cp(document, join(root, upstream));
  };
  const vendors = await readFile(document, "utf8");
  const refusing = (name: "generate" | "lint", mistake: keyof typeof mistakes): NodeCommand => ({
    ...command(name, "large"),
    before: () => writeFile(join(root, upstream), withMistake(vendors, mistake)),
    code: 1,
  });
  const imports = await measureCommands(
    {
      first: { ...imported(document), before: fresh },
      changed: { ...imported(changed), before: back },
      refused: { ...imported(refused), code: 1 },
    },
    rounds,
  );
  await measureCommands({ again: imported(document) }, 1);
  const { generate, ...refusedGenerate } = await measureCommands(
    {
      generate: { ...command("generate", "large"), before: back },
      pattern: refusing("generate", "pattern"),
      number: refusing("generate", "number"),
      operationId: refusing("generate", "operationId"),
    },
    rounds,
  );
  const { lint, redocly, ...refusedLint } = await measureCommands(
    {
      lint: { ...command("lint", "large"), before: back },
      redocly: {
        args: [join(dirname(resolve("@redocly/cli/package.json")), "bin/cli.js"), "lint", bundle],
        cwd: root,
      },
      pattern: refusing("lint", "pattern"),
      operationId: refusing("lint", "operationId"),
    },
    rounds,
  );
  const size = `${lines} lines`;
  return [
    ...ratios(`lint, ${name}`, lint, redocly, `redocly lint with the same rules, ${size}`),
    seconds(`first import, ${name}`, imports.first),
    seconds(`import with one changed line, ${name}`, imports.changed),
    refusal(`import, ${name}`, { "last line": imports.refused }, imports.first),
    refusal(`generate, ${name}`, refusedGenerate, generate),
    refusal(`lint, ${name}`, refusedLint, lint),
  ];
}

function ratios(what: string, one: Usage, other: Usage, beside: string): Figure[] {
  const figure = (part: keyof Usage, unit: string): Figure => ({
    what: `${part} of ${what}`,
    measured: one[part] / other[part],
    unit: "times",
    beside: `${beside}: ${one[part].toFixed(2)} to ${other[part].toFixed(2)} ${unit}`,
  });
  return [figure("cpu", "s"), figure("memory", "MB"), figure("time", "s")];
}

/** The slowest refusal of a command, beside its success: at most 1. */
function refusal(of: string, refused: Record<string, Usage>, success: Usage): Figure {
  const [slowest = ["", success]] = Object.entries(refused).sort(([, a], [, b]) => b.cpu - a.cpu);
  const [mistake, { cpu }] = slowest;
  return {
    what: `CPU of a refused ${of}`,
    measured: cpu / success.cpu,
    unit: "times",
    beside: `its success, for the ${mistake}: ${cpu.toFixed(2)} to ${success.cpu.toFixed(2)} s`,
  };
}

function seconds(what: string, { cpu, time }: Usage): Figure {
  return { what, measured: cpu, unit: "s CPU", beside: `${time.toFixed(1)} s on the clock` };
}
