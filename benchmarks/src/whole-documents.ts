import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { dump } from "js-yaml";
import { makeDocument } from "./large-document.js";
import { measureCommands, type NodeCommand, type Usage } from "./measure-command.js";
import type { Figure } from "./report.js";

const checkout = fileURLToPath(new URL("../../", import.meta.url));
const cli = [join(checkout, "packages/spec-tools/run.js")];

/** The documents: as many operations as a mid-sized public API has, and as many lines as a large one. */
const documents = {
  "390 operations": { operations: 390, fields: 12, seed: 7 },
  "80 000 lines": { operations: 850, fields: 14, seed: 11 },
};

/**
 * What whole documents cost: `generate` beside plain openapi-typescript, `lint` beside `redocly lint` with the
 * same rules, a second import, and refusals.
 */
export async function wholeDocuments({ full }: { full: boolean }): Promise<Figure[]> {
  const rounds = full ? 7 : 3;
  const figures: Figure[] = [];
  for (const [name, size] of Object.entries(documents)) {
    const root = await mkdtemp(join(tmpdir(), "whole-documents-"));
    try {
      figures.push(...(await measureDocument(name, await makeRepository(root, size), rounds)));
    } finally {
      await rm(root, { recursive: true, force: true });
    }
  }
  return figures;
}

const upstream = "specs/large/upstream/openapi.yaml";
const bundle = "specs/large/openapi.yaml";

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

/** A checkout with one API whose upstream is a made document. */
interface Repository {
  root: string;
  /** The document, its copy with one line changed, and one whose last line is refused. */
  document: string;
  changed: string;
  refused: string;
  lines: number;
}

async function makeRepository(
  root: string,
  size: (typeof documents)[keyof typeof documents],
): Promise<Repository> {
  const made = makeDocument(size);
  const text = dump(made, { noRefs: true, lineWidth: -1 });
  const files = {
    "vendor/openapi.yaml": text,
    "vendor/changed/openapi.yaml": text.replace("maximum: 1000000", "maximum: 1000001"),
    "vendor/refused/openapi.yaml": `${text}x-pagination: {}\n`,
    "packages/large/package.json": "{}\n",
    "specs/large/source/openapi.yaml": dump({
      ...made,
      paths: Object.fromEntries(
        Object.keys(Object(made.paths)).map((path) => {
          const pointer = path.replaceAll("~", "~0").replaceAll("/", "~1");
          return [path, { $ref: `../upstream/openapi.yaml#/paths/${pointer}` }];
        }),
      ),
      components: { securitySchemes: { token: { type: "http", scheme: "bearer" } } },
    }),
    "specs/large/overlays/0001-known.yaml": dump({
      overlay: "1.0.0",
      info: { title: "What is known of every operation", version: "1.0.0" },
      actions: [
        {
          target: "$.paths.*[?@.responses]",
          update: {
            "x-completeness": "complete",
            "x-idempotent": false,
            "x-source": ["https://docs.large.test/openapi.yaml"],
          },
        },
        { target: "$.components.schemas..[?@.enum]", update: { "x-enum-open": true } },
      ],
    }),
    "spec-tools.config.yaml": 'scope: "@large"\ncoverage: docs/coverage.md\n',
    "redocly.yaml": dump({ extends: [join(checkout, "packages/spec-tools/redocly.yaml")] }),
  };
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
  return {
    root,
    document: join(root, "vendor/openapi.yaml"),
    changed: join(root, "vendor/changed/openapi.yaml"),
    refused: join(root, "vendor/refused/openapi.yaml"),
    lines: text.split("\n").length,
  };
}

async function measureDocument(
  name: string,
  repository: Repository,
  rounds: number,
): Promise<Figure[]> {
  const { root, document, changed, refused, lines } = repository;
  const { resolve } = createRequire(import.meta.url);
  const command = (...args: string[]): NodeCommand => ({
    args: [...cli, ...args, "--root", root],
    cwd: root,
  });
  const imported = (file: string) =>
    command(
      "import-docs",
      file,
      "--api",
      "large",
      "--address",
      "https://docs.large.test/openapi.yaml",
    );
  const fresh = async () => {
    await rm(join(root, "specs/large/upstream"), { recursive: true, force: true });
  };
  const back = async () => {
    await cp(document, join(root, upstream));
  };
  const write = (file: string, text: string) => () => writeFile(join(root, file), text);
  const vendors = await readFile(document, "utf8");
  const refusing = (mistake: keyof typeof mistakes): NodeCommand => ({
    ...command("generate", "large"),
    before: write(upstream, withMistake(vendors, mistake)),
    code: 1,
  });
  const importing = await measureCommands(
    {
      first: { ...imported(document), before: fresh },
      changed: { ...imported(changed), before: back },
      refused: { ...imported(refused), code: 1 },
    },
    rounds,
  );
  await measureCommands({ again: imported(document) }, 1);
  const { generate, types, ...refusedGenerate } = await measureCommands(
    {
      generate: { ...command("generate", "large"), before: back },
      types: {
        args: [
          join(dirname(resolve("openapi-typescript/package.json")), "bin/cli.js"),
          document,
          "-o",
          join(root, "vendor/types.ts"),
        ],
        // Away from redocly.yaml, which it would take its input from.
        cwd: join(root, "vendor/changed"),
      },
      pattern: refusing("pattern"),
      number: refusing("number"),
      operationId: refusing("operationId"),
    },
    rounds,
  );
  const generated = await readFile(join(root, bundle), "utf8");
  const sound = write(bundle, generated);
  const unsound = (mistake: keyof typeof mistakes): NodeCommand => ({
    ...command("lint"),
    before: write(bundle, withMistake(generated, mistake)),
    code: 1,
  });
  const { lint, redocly, ...refusedLint } = await measureCommands(
    {
      lint: { ...command("lint"), before: sound },
      redocly: {
        args: [join(dirname(resolve("@redocly/cli/package.json")), "bin/cli.js"), "lint", bundle],
        cwd: root,
        before: sound,
      },
      pattern: unsound("pattern"),
      operationId: unsound("operationId"),
    },
    rounds,
  );
  const size = `${lines} lines`;
  return [
    ...ratios(`generate, ${name}`, generate, types, `openapi-typescript alone, ${size}`),
    ...ratios(`lint, ${name}`, lint, redocly, `redocly lint with the same rules, ${size}`),
    seconds(`first import, ${name}`, importing.first),
    seconds(`import with one changed line, ${name}`, importing.changed),
    refusal(`import, ${name}`, { "last line": importing.refused }, importing.first),
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
