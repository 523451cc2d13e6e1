import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Output } from "@cloud-clients/spec-tools/command";
import { InputError } from "@cloud-clients/spec-tools/input-error";
import {
  type CacheServer,
  type Storage,
  serversFolder,
  startCacheServer,
} from "./remote-cache-server.js";
import { checkout, setting } from "./run-tool.js";

const usage = "prove-remote-cache [FILTER… of turbo, such as @cloud-clients/emulator]";
const tasks = ["check", "lint", "build", "bundles", "typecheck", "check-report", "test"];
const team = "cloud-clients";

/** A task as turbo's summary tells of it. */
interface Ran {
  taskId: string;
  hash: string;
  command: string;
  cache: { status: "HIT" | "MISS"; source?: "LOCAL" | "REMOTE" };
  execution?: { exitCode: number };
}

/**
 * `prove-remote-cache`: shows that two machines share their work through turborepo-remote-cache, with artifacts in a
 * folder and in a stand-in for S3, and that neither takes what the other did not sign. The machines are two fresh
 * clones of this checkout's last commit; the servers are on loopback.
 *
 * Without FILTERs it takes the tasks of `test` for one API and the packages below it but the runtime: every kind of
 * task is among them, and the slow suites would only take longer. `"*"` stands for everything.
 *
 * @throws InputError naming the first step that went otherwise.
 */
export async function proveRemoteCache(args: string[], output: Output): Promise<number> {
  const option = args.find((one) => one.startsWith("-"));
  if (option !== undefined) throw new InputError(`${option}: no such option. Usage: ${usage}`);
  const filters =
    args.length > 0 ? args : ["ppio-gpu", "openapi-model"].map((one) => `@cloud-clients/${one}`);
  const folder = await mkdtemp(join(tmpdir(), "remote-cache-"));
  try {
    output.out("installing the servers and two clones");
    await run("pnpm", ["install", "--ignore-workspace", "--frozen-lockfile"], serversFolder);
    const [one, two] = await Promise.all(["one", "two"].map((name) => clone(join(folder, name))));
    const clones = { one: one ?? "", two: two ?? "" };
    for (const storage of ["local", "s3"] as const) {
      await prove(storage, join(folder, storage), clones, filters, output);
    }
    await proveSilence(join(folder, "unsigned"), clones, output);
    return 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Clones {
  one: string;
  two: string;
}

async function prove(
  storage: Storage,
  folder: string,
  { one, two }: Clones,
  filters: readonly string[],
  { out }: Output,
): Promise<void> {
  const token = randomBytes(16).toString("hex");
  const server = await startCacheServer({ storage, folder, token, signatures: true });
  const machine = { server, token, key: randomBytes(32).toString("hex"), filters };
  try {
    const first = await turbo(one, tasks, machine);
    require(first.every(isRun), `${storage}: the first clone found something in an empty cache`);
    out(`${storage}: first clone: ${first.length} tasks run`);

    const second = await turbo(two, tasks, machine);
    const missed = second.filter((ran) => !isRemote(ran)).map(({ taskId }) => taskId);
    require(missed.length === 0, `${storage}: the second clone ran ${missed.join(", ")}`);
    out(`${storage}: second clone: all ${second.length} tasks from the remote cache, none run`);

    const [victim, other] = ["check", "typecheck"].map((task) =>
      second.find(({ taskId }) => taskId.endsWith(`#${task}`)),
    );
    if (victim === undefined || other === undefined) throw new InputError("no task to tamper with");
    const [own, foreign] = [await load(machine, victim.hash), await load(machine, other.hash)];
    for (const [what, artifact] of [
      ["an artifact with another's content", { ...own, body: foreign.body }],
      ["an artifact replaced by another, signature included", foreign],
    ] as const) {
      await store(machine, victim.hash, artifact);
      const third = await turbo(two, tasks, machine);
      const ran = third.filter((one) => !isRemote(one)).map(({ taskId }) => taskId);
      require(ran.join() ===
        victim.taskId, `${storage}: ${what} at ${victim.taskId}: run were ${ran.join(", ") || "none"}`);
      out(`${storage}: ${what}: refused, and ${victim.taskId} run`);
    }
  } finally {
    await server.close();
  }
}

/** A server without the setting keeps artifacts, but no signatures: nothing is ever found, and nobody says so. */
async function proveSilence(folder: string, { one, two }: Clones, { out }: Output): Promise<void> {
  const token = randomBytes(16).toString("hex");
  const server = await startCacheServer({ storage: "local", folder, token, signatures: false });
  const filters = ["@cloud-clients/ppio-gpu"];
  const machine = { server, token, key: randomBytes(32).toString("hex"), filters };
  try {
    await turbo(one, ["lint"], machine);
    const second = await turbo(two, ["lint"], machine);
    require(second.every(isRun), "a server that keeps no signatures served a signed artifact");
    out("a server without TURBO_REMOTE_CACHE_SIGNATURE_KEY: nothing from the remote cache");
  } finally {
    await server.close();
  }
}

const isRun = ({ cache }: Ran) => cache.status === "MISS";
const isRemote = ({ cache }: Ran) => cache.status === "HIT" && cache.source === "REMOTE";

function require(holds: boolean, otherwise: string): void {
  if (!holds) throw new InputError(otherwise);
}

/** A fresh clone of the last commit, installed. */
async function clone(folder: string): Promise<string> {
  await run("git", ["clone", "--quiet", "--no-local", checkout, folder], checkout);
  await run("pnpm", ["install", "--frozen-lockfile", "--prefer-offline"], folder);
  return folder;
}

/** A server, and what a machine knows of it. */
interface Machine {
  server: CacheServer;
  token: string;
  /** What artifacts are signed with. */
  key: string;
  filters: readonly string[];
}

/** Runs tasks in a clone without any local cache. @returns those that have a script. */
async function turbo(
  clone: string,
  names: readonly string[],
  { server, token, key, filters }: Machine,
): Promise<Ran[]> {
  // What the run before left behind would hide that nothing was restored.
  await run("git", ["clean", "-fdxq", "--exclude=node_modules"], clone);
  const options = ["--cache=local:,remote:rw", "--summarize", "--output-logs=errors-only"];
  const chosen = filters.map((one) => `--filter=${one}`);
  await run(
    join(clone, "node_modules/.bin/turbo"),
    ["run", ...names, ...chosen, ...options],
    clone,
    {
      TURBO_API: server.url,
      TURBO_TOKEN: token,
      TURBO_TEAM: team,
      TURBO_REMOTE_CACHE_SIGNATURE_KEY: key,
    },
  );
  const runs = join(clone, ".turbo/runs");
  const [file = ""] = await readdir(runs);
  const summary = JSON.parse(await readFile(join(runs, file), "utf8")) as { tasks: Ran[] };
  return summary.tasks.filter(({ command }) => command !== "<NONEXISTENT>");
}

/** What is stored for a task: the packed outputs, and their signature. */
interface Artifact {
  body: ArrayBuffer;
  tag: string;
}

async function load({ server, token }: Machine, hash: string): Promise<Artifact> {
  const response = await fetch(`${server.url}/v8/artifacts/${hash}?slug=${team}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const tag = response.headers.get("x-artifact-tag");
  require(response.ok && tag !== null, `${hash}: the server returned ${response.status}`);
  return { body: await response.arrayBuffer(), tag: tag ?? "" };
}

/** Replaces an artifact, as anybody could who has the token and not the key. */
async function store(
  { server, token }: Machine,
  hash: string,
  { body, tag }: Artifact,
): Promise<void> {
  const response = await fetch(`${server.url}/v8/artifacts/${hash}?slug=${team}`, {
    method: "PUT",
    headers: {
      authorization: `Bearer ${token}`,
      "content-type": "application/octet-stream",
      "x-artifact-tag": tag,
    },
    body,
  });
  require(response.ok, `${hash}: the server returned ${response.status}`);
}

/** @throws InputError with what a program printed, when it fails. */
async function run(
  file: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<void> {
  const child = spawn(file, args, {
    cwd,
    env: { ...process.env, ...setting, ...env },
    shell: process.platform === "win32",
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
  }
  const code = await new Promise<number>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (status) => resolve(status ?? 1));
  });
  if (code !== 0) throw new InputError(`${file} ${args.join(" ")} ended with ${code}`, said.trim());
}
