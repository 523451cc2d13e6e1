import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { dump } from "js-yaml";
import { type DocumentSize, makeDocument } from "./large-document.js";
import type { NodeCommand } from "./measure-command.js";

const checkout = fileURLToPath(new URL("../../", import.meta.url));

/** The documents: as many operations as a mid-sized public API has, and as many lines as a large one. */
const documents = {
  "390 operations": { operations: 390, fields: 12, seed: 7 },
  "80 000 lines": { operations: 850, fields: 14, seed: 11 },
} satisfies Record<string, DocumentSize>;

/** Where a checkout keeps what was imported, and what is generated from it. */
export const upstream = "specs/large/upstream/openapi.yaml";
export const bundle = "specs/large/openapi.yaml";

/** A checkout with one API whose upstream is a made document. */
export interface Repository {
  root: string;
  /** The document, its copy with one line changed, and one whose last line is refused. */
  document: string;
  changed: string;
  refused: string;
  lines: number;
}

async function makeRepository(root: string, size: DocumentSize): Promise<Repository> {
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

/** Makes a checkout for each document in turn, and removes it afterwards. */
export async function withEachDocument(
  work: (name: keyof typeof documents, repository: Repository) => Promise<void>,
): Promise<void> {
  for (const name of Object.keys(documents) as (keyof typeof documents)[]) {
    const root = await mkdtemp(join(tmpdir(), "large-document-"));
    try {
      await work(name, await makeRepository(root, documents[name]));
    } finally {
      await rm(root, { recursive: true, force: true });
    }
  }
}

/** Our command in such a checkout. */
export function specTools(root: string, ...args: string[]): NodeCommand {
  const cli = join(checkout, "packages/spec-tools/run.js");
  return { args: [cli, ...args, "--root", root], cwd: root };
}

/** Our command that imports a document into such a checkout. */
export function importing(root: string, file: string): NodeCommand {
  const address = "https://docs.large.test/openapi.yaml";
  return specTools(root, "import-docs", file, "--api", "large", "--address", address);
}
