import { mkdir, symlink, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { apis, root } from "../repo.js";
import { run } from "../run.js";
import { fetchPackages, fetchTools } from "./fetch-package.js";
import type { nodeTypes } from "./versions.js";

/** A major version of @types/node that programs are compiled with. */
export type NodeTypes = keyof typeof nodeTypes;

/** What users set of a compiler, and which one they have. */
export interface Cell {
  /** One of {@link compilers}. */
  readonly compiler: string;
  readonly module: "node16" | "nodenext" | "bundler";
  readonly dom: boolean;
  /** `undefined`: a program for browsers, without @types/node. */
  readonly nodeTypes: NodeTypes | undefined;
  readonly exact: boolean;
}

/** The compilers that users may have, lowest first, with their packages in this workspace. */
export const compilers: Readonly<Record<string, string>> = {
  "5.4": "typescript-5.4",
  "5.9": "typescript",
  "6.0": "typescript-6.0",
  "7.0": "typescript-7.0",
};

/** What a program sees of its platform. */
export const platforms: readonly Pick<Cell, "dom" | "nodeTypes">[] = [
  { dom: false, nodeTypes: "20" },
  { dom: true, nodeTypes: "20" },
  { dom: false, nodeTypes: "24" },
  { dom: true, nodeTypes: "24" },
  { dom: true, nodeTypes: undefined },
];

/** The whole matrix, row by row as it is printed. */
export const cells: readonly Cell[] = (["node16", "nodenext", "bundler"] as const).flatMap(
  (module) =>
    platforms.flatMap((platform) =>
      Object.keys(compilers).flatMap((compiler) =>
        [true, false].map((exact) => ({ compiler, module, ...platform, exact })),
      ),
    ),
);

/** A cell in words. */
export function nameOf(cell: Cell): string {
  return `${cell.compiler}, ${rowOf(cell)}, exactOptionalPropertyTypes ${cell.exact ? "on" : "off"}`;
}

function rowOf({ module, dom, nodeTypes }: Cell): string {
  const types = nodeTypes === undefined ? "no @types/node" : `@types/node ${nodeTypes}`;
  return `${module}, ${dom ? "DOM" : "no DOM"}, ${types}`;
}

/** The functions that create a client, by the name of the API. */
async function factories(): Promise<{ api: string; name: string | undefined }[]> {
  return Promise.all(
    apis.map(async (api) => {
      const exported = Object.keys(await import(`@cloud-clients/${api}`));
      return { api, name: exported.find((one) => /^create\w+Client$/.test(one)) };
    }),
  );
}

/**
 * A program with every entry of every package, and options that may be undefined. The client of each API is one of
 * openapi-fetch.
 */
export async function typedProgram(): Promise<string> {
  const everyApi = (await factories()).map(
    ({ api, name }, index) => `
import * as api${index} from "@cloud-clients/${api}";
export type Paths${index} = keyof api${index}.paths;
${name === undefined ? "" : `export const client${index}: Client<api${index}.paths, "application/json"> = api${index}.${name}();`}`,
  );
  return `
import type { Client } from "openapi-fetch";
${everyApi.join("\n")}
import * as kit from "@cloud-clients/runtime/kit";
import { consoleHooks, isCloudClientError } from "@cloud-clients/runtime";
import { openTelemetryHooks } from "@cloud-clients/runtime/opentelemetry";
import { createVpcepClient } from "@cloud-clients/huaweicloud-vpcep";
import { addPorts, createPpioGpuClient, listInstances } from "@cloud-clients/ppio-gpu";
import { createEmulator } from "@cloud-clients/emulator";
import type { LockOptions } from "@cloud-clients/locks";
import { etcdLock } from "@cloud-clients/locks/etcd";
import { fileLock } from "@cloud-clients/locks/file";
import { postgresLock } from "@cloud-clients/locks/postgres";
import { redisLock } from "@cloud-clients/locks/redis";
const maybe = undefined as string | undefined;
const emulator = createEmulator("ppio-gpu", { instances: 7, seed: undefined });
const client = createPpioGpuClient({ apiKey: maybe, fetch: emulator.fetch, hooks: consoleHooks() });
const lock = etcdLock("http://127.0.0.1:2379");
try {
  for await (const { id } of listInstances(client, { status: maybe })) {
    await addPorts(client, id, [{ port: 1, protocol: "tcp" }], { signal: undefined, lock });
  }
} catch (error) {
  if (isCloudClientError(error) && error.kind === "api") console.log(error.status);
}
const { data } = await client.GET("/gpus/v2/instances");
export const count: number | undefined = data?.data.length;
export const vpcep = createVpcepClient({ region: "cn-north-4", projectId: maybe, token: maybe });
export const other = createVpcepClient({ baseUrl: maybe, hooks: openTelemetryHooks(), token: "t" });
export const { createList } = kit;
export const locks = { fileLock, postgresLock, redisLock };
export type Locked = LockOptions;
`;
}

/**
 * Compiles a program with the settings of a cell, declarations of libraries included.
 *
 * @param folder - where the program is written, with the @types/node of the cell in its node_modules, and ours there
 * or above.
 * @param tsc - the compiler, when it is none of this workspace.
 * @returns a line per problem, each with file, place and reason.
 */
export async function compile(
  cell: Cell,
  program: string,
  folder: string,
  tsc = join(root, "tests", "node_modules", compilers[cell.compiler] ?? "", "bin", "tsc"),
): Promise<string[]> {
  const { module, dom, nodeTypes, exact } = cell;
  const name = `${cell.compiler}-${module}-${dom ? "dom" : "no-dom"}-${nodeTypes}-${exact}`;
  const compilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: exact,
    skipLibCheck: false,
    noEmit: true,
    target: "es2022",
    module: module === "bundler" ? "esnext" : module,
    moduleResolution: module,
    lib: dom ? ["es2022", "dom", "dom.iterable"] : ["es2022"],
    types: nodeTypes === undefined ? [] : ["node"],
  };
  await writeFile(join(folder, `${name}.mts`), program);
  const config = JSON.stringify({ compilerOptions, files: [`${name}.mts`] });
  await writeFile(join(folder, `${name}.json`), config);
  const { stdout } = await run(
    process.execPath,
    [tsc, "-p", `${name}.json`, "--listFiles", "--pretty", "false"],
    folder,
  ).catch((error: { stdout: string }) => error);
  const lines = stdout.split("\n").map((line) => line.trim());
  const problems = lines.filter((line) => line.includes("error TS"));
  const sees = (file: string) => lines.some((line) => line.includes(file));
  if (!sees("/runtime/dist/kit.d.ts")) problems.push(`${name}.mts: our types are not read`);
  const wanted = nodeTypes !== undefined;
  if (sees("/@types/node/") !== wanted) {
    problems.push(`${name}.mts: @types/node is ${wanted ? "not read" : "read"}`);
  }
  return problems;
}

/** What became of the matrix. */
export interface Matrix {
  /** Cells that compile. */
  readonly good: ReadonlySet<Cell>;
  readonly problems: readonly string[];
}

/**
 * Compiles a program in every cell, as many at a time as there are processors.
 *
 * @param project - has our packages installed.
 * @param versions - of @types/node.
 * @throws NotHere when something cannot be fetched.
 */
export async function proveTypes(
  project: string,
  versions: Readonly<Record<NodeTypes, string>>,
): Promise<Matrix> {
  const program = await typedProgram();
  const folders = new Map<NodeTypes | undefined, string>();
  for (const types of new Set(platforms.map((platform) => platform.nodeTypes))) {
    const folder = join(project, `types-${types ?? "none"}`);
    await mkdir(folder);
    if (types !== undefined) {
      const installed = await fetchPackages({ "@types/node": versions[types] });
      await symlink(installed, join(folder, "node_modules"), "junction");
    }
    folders.set(types, folder);
  }
  const good = new Set<Cell>();
  const problems: string[] = [];
  const waiting = [...cells];
  const work = async (): Promise<void> => {
    for (let cell = waiting.shift(); cell !== undefined; cell = waiting.shift()) {
      const found = await compile(cell, program, folders.get(cell.nodeTypes) ?? project);
      if (found.length === 0) good.add(cell);
      problems.push(...found.map((problem) => `${nameOf(cell)}: ${problem}`));
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  const tooOld = join(await fetchTools("typescript"), "typescript", "bin", "tsc");
  const [lowest] = cells;
  if (lowest === undefined) throw new Error("the matrix is empty");
  const folder = folders.get(lowest.nodeTypes) ?? project;
  const wrong = await compile(lowest, program, folder, tooOld);
  if (!wrong.some((problem) => problem.includes("error TS"))) {
    problems.push(`README.md: a lower TypeScript than ${lowest.compiler} works too`);
  }
  return { good, problems };
}

/** The matrix as a table: a compiler per column, in each cell the `exactOptionalPropertyTypes` that it compiles with. */
export function typesTable(good: ReadonlySet<Cell>): string {
  const names = Object.keys(compilers);
  const rows = new Map<string, string[]>();
  for (const cell of cells) {
    if (cell.exact) {
      const both = cells.filter(
        (one) => one.compiler === cell.compiler && rowOf(one) === rowOf(cell) && good.has(one),
      );
      const found = both.map(({ exact }) => (exact ? "on" : "off")).join(", ");
      rows.set(rowOf(cell), [...(rows.get(rowOf(cell)) ?? []), found || "none"]);
    }
  }
  const head = ["moduleResolution", "lib", "types", ...names];
  const body = [...rows].map(([row, found]) => [...row.split(", "), ...found]);
  return [head, head.map(() => "---"), ...body].map((row) => `| ${row.join(" | ")} |`).join("\n");
}
