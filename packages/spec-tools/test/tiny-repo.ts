import { existsSync, writeFileSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { type Command, runCommand } from "../src/base/command.js";
import { type Api, configName, Repository, readSettings } from "../src/base/repository.js";

/** A temporary checkout with one small API, and what commands say when they run on it. */
export interface TinyRepo {
  root: string;
  write(path: string, text: string): Promise<void>;
  read(path: string): Promise<string>;
  /** Replaces the one occurrence of `from` in a file. */
  edit(path: string, from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** All files by path, to compare before and after. */
  files(): Promise<Record<string, string>>;
  run(command: Command, ...args: string[]): Promise<Said>;
}

/** What a command said and ended with. */
export interface Said {
  code: number;
  out: string[];
  err: string[];
}

export const tinySource = `openapi: 3.0.3
info: { title: Tiny, version: "1" }
servers: [{ url: https://api.tiny.test }]
paths:
  /things:
    get:
      $ref: operations/list-things.yaml
  /things/{id}:
    get:
      $ref: ../upstream/get-thing.yaml#/paths/~1things~1{id}/get
    put:
      $ref: operations/put-thing.yaml
`;

/** Laid out as this repository is. */
export const tinyConfig = `scope: "@cloud-clients"
command: npx --yes pnpm@10
license: MIT
coverage: docs/coverage.md
test: npx --yes pnpm@10 test
`;

/** The API of the checkout, of which nothing is read. */
export const tinyApi: Api = new Repository("/tiny", readSettings(tinyConfig)).api("tiny");

const initial: Record<string, string> = {
  "packages/tiny/package.json": "{}\n",
  "specs/tiny/source/openapi.yaml": tinySource,
  "specs/tiny/source/operations/list-things.yaml": `operationId: listThings
x-pagination:
  style: offset
  in: query
  request: { limit: limit, offset: offset }
  response: { items: things, total: total }
parameters:
  - { name: limit, in: query, schema: { type: integer } }
  - { name: offset, in: query, schema: { type: integer } }
responses:
  "200":
    description: Things
    content:
      application/json:
        schema:
          type: object
          properties:
            things: { type: array, items: { $ref: ../schemas/Thing.yaml } }
            total: { type: integer }
        example: { things: [], total: 0 }
`,
  "specs/tiny/source/operations/put-thing.yaml": `operationId: putThing
x-idempotent: false
x-write-semantics: { list: parts, identity: [nr], ordered: false, read: getThing }
parameters:
  - { name: id, in: path, required: true, schema: { type: string } }
requestBody:
  content:
    application/json:
      schema:
        type: object
        properties:
          parts:
            type: array
            maxItems: 9
            items: { type: object, required: [nr], properties: { nr: { type: integer, minimum: 1 } } }
responses:
  "200": { description: Done }
`,
  "specs/tiny/source/schemas/Thing.yaml": "type: object\nproperties: { id: { type: string } }\n",
  "specs/tiny/upstream/get-thing.yaml": `openapi: 3.0.0
paths:
  /things/{id}:
    get:
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
      responses:
        '200':
          description: One
          content:
            application/json:
              schema:
                type: object
                properties:
                  state: { type: string, description: on or off }
                  parts:
                    type: array
                    items: { type: object, properties: { nr: { type: integer }, seen: { type: integer } } }
`,
  "specs/tiny/overlays/0001-operation-id.yaml": `overlay: 1.0.0
info: { title: Name the operation, version: 1.0.0 }
actions:
  - target: $.paths['/things/{id}'].get
    update: { operationId: getThing }
`,
  "specs/tiny/overlays/0002-states.yaml": `overlay: 1.0.0
info: { title: States are an enum, version: 1.0.0 }
actions:
  - target: $..properties.state
    update: { enum: ["on", "off"], x-enum-open: true }
  - target: $..properties.seen
    update: { readOnly: true }
`,
};

/** Makes the checkout in a temporary folder that goes when the test ends. */
export async function tinyRepo(): Promise<TinyRepo> {
  const root = await mkdtemp(join(tmpdir(), "tiny-repo-"));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  return tinyRepoIn(root);
}

/** Makes it in an empty folder of the caller's. */
export async function tinyRepoIn(root: string): Promise<TinyRepo> {
  const repo = repoAt(root);
  for (const [path, text] of Object.entries(initial)) await repo.write(path, text);
  return repo;
}

/** The same helpers for a folder that is there already; it gets a config, unless it has one. */
export function repoAt(root: string): TinyRepo {
  const config = join(root, configName);
  if (!existsSync(config)) writeFileSync(config, tinyConfig);
  const read = (path: string) => readFile(join(root, path), "utf8");
  const write = async (path: string, text: string) => {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  };
  return {
    root,
    read,
    write,
    async edit(path, from, to) {
      const text = await read(path);
      if (text.split(from).length !== 2) throw new Error(`${path} does not hold once: ${from}`);
      await write(
        path,
        text.replace(from, () => to),
      );
    },
    remove: (path) => rm(join(root, path), { recursive: true }),
    async files() {
      const entries = await readdir(root, { recursive: true, withFileTypes: true });
      const paths = entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
        .sort();
      return Object.fromEntries(
        await Promise.all(paths.map(async (path) => [path, await read(path)])),
      );
    },
    async run(command, ...args) {
      const said: Said = { code: 0, out: [], err: [] };
      said.code = await runCommand(command, [...args, "--root", root], {
        out: (line) => said.out.push(line),
        err: (line) => said.err.push(line),
      });
      return said;
    },
  };
}
