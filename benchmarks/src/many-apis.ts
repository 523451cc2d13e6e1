import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { dump } from "js-yaml";
import { makeDocument } from "./large-document.js";
import type { Figure } from "./report.js";

const checkout = fileURLToPath(new URL("../../", import.meta.url));
const specTools = join(checkout, "packages/spec-tools/run.js");
const counts = [1, 10, 50, 200];
const touched = "api-1";

/** A run of turbo: seconds on the clock, and the tasks that it ran, not from the cache. */
interface Run {
  seconds: number;
  ran: string[];
}

/**
 * What `generate` and `check` of many small APIs take as tasks of turbo, cold and after one API was touched. The
 * figures are how many tasks run, which no load of the machine changes; the times are printed only.
 */
export async function manyApis(): Promise<Figure[]> {
  const figures: Figure[] = [];
  console.log("\nSeconds, and the tasks that ran, for small APIs of five operations:\n");
  console.log(`| ${columns.join(" | ")} |\n|${"---|".repeat(columns.length)}`);
  for (const count of counts) {
    const root = await mkdtemp(join(tmpdir(), "many-apis-"));
    try {
      figures.push(...(await measureCount(root, count)));
    } finally {
      await rm(root, { recursive: true, force: true });
    }
  }
  return figures;
}

const columns = [
  "APIs",
  "all in one process",
  "generate: cold",
  "nothing touched",
  "one touched",
  "of that, the page of all",
  "check: cold",
  "nothing touched",
  "one touched",
  "turbo alone",
];

async function measureCount(root: string, count: number): Promise<Figure[]> {
  await makeRepository(root, count);
  const began = performance.now();
  await run(process.execPath, [specTools, "generate"], root);
  const whole = (performance.now() - began) / 1000;
  await run("git", ["init", "--quiet"], root);
  await run("git", ["add", "--all"], root);
  const person = ["-c", "user.name=Bench", "-c", "user.email=bench@example.org"];
  await run("git", [...person, "commit", "--quiet", "--message", "Released"], root);
  for (const name of namesOf(count)) {
    await run("git", ["tag", `@cloud-clients/${name}@0.1.0`], root);
  }
  const cold = { generate: await turbo(root, "generate"), check: await check(root) };
  const warm = { generate: await turbo(root, "generate"), check: await check(root) };
  const alone = await turbo(root, "sources");
  const file = join(root, "specs", touched, "source/openapi.yaml");
  await writeFile(file, (await readFile(file, "utf8")).replace("Made by a script.", "Made again."));
  const one = { generate: await turbo(root, "generate"), check: await check(root) };
  const page = one.generate.pageSeconds;
  const cell = ({ seconds, ran }: Run) => `${seconds.toFixed(1)} (${ran.length})`;
  const cells = [
    String(count),
    whole.toFixed(1),
    ...[cold.generate, warm.generate, one.generate].map(cell),
    page.toFixed(1),
    ...[cold.check, warm.check, one.check].map(cell),
    alone.seconds.toFixed(1),
  ];
  console.log(`| ${cells.join(" | ")} |`);
  return (["generate", "check"] as const).flatMap((task) => [
    {
      what: `tasks that ${task} runs for ${count} APIs, cold`,
      measured: cold[task].ran.length,
      unit: "",
    },
    {
      what: `tasks that ${task} runs for ${count} APIs, nothing touched`,
      measured: warm[task].ran.length,
      unit: "",
    },
    {
      what: `tasks that ${task} runs for ${count} APIs, one touched`,
      measured: one[task].ran.length,
      unit: "",
      beside: one[task].ran.join(", "),
    },
  ]);
}

function namesOf(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `api-${index + 1}`);
}

/** A checkout like this one, with small made APIs; what turbo knows of its tasks is what it knows here. */
async function makeRepository(root: string, count: number): Promise<void> {
  const names = namesOf(count);
  const { tasks } = await readJson("turbo.json");
  const { generate, check, lint, sources } = tasks;
  const pages = await readJson("specs/turbo.json");
  const model = await readFile(join(checkout, "packages/ppio-gpu/turbo.json"), "utf8");
  const importers: Record<string, object> = { ".": {}, "packages/spec-tools": {} };
  const files: Record<string, string> = {
    "package.json": json({ name: "many", private: true, packageManager: "pnpm@10.34.9" }),
    "pnpm-workspace.yaml": "packages: [packages/*, specs]\n",
    "turbo.json": json({ tasks: { generate, check, lint, sources } }),
    "spec-tools.config.yaml": 'scope: "@cloud-clients"\ncoverage: docs/coverage.md\n',
    ".gitignore": "node_modules/\n.turbo/\n.spec-tools/\n",
    "packages/spec-tools/package.json": json({ name: "@cloud-clients/spec-tools" }),
    "specs/turbo.json": json(pages),
  };
  const scripts = (...words: string[]) => ({
    generate: `node ${specTools} ${words[0]}`,
    check: `node ${specTools} ${words[1]}`,
  });
  const devDependencies: Record<string, string> = {};
  for (const [index, name] of names.entries()) {
    const own = JSON.parse(model.replaceAll("ppio-gpu", name));
    const { generate: made, check: held, lint: ruled } = own.tasks;
    const document = makeDocument({ operations: 5, fields: 6, seed: index + 1 });
    files[`specs/${name}/source/openapi.yaml`] = dump(document, { noRefs: true, lineWidth: -1 });
    files[`packages/${name}/turbo.json`] = json({
      extends: ["//"],
      tasks: { generate: made, check: held, lint: ruled },
    });
    files[`packages/${name}/package.json`] = json({
      name: `@cloud-clients/${name}`,
      version: "0.1.0",
      scripts: scripts(`generate ${name}`, `check ${name}`),
    });
    importers[`packages/${name}`] = {};
    devDependencies[`@cloud-clients/${name}`] = "workspace:*";
  }
  importers.specs = {
    devDependencies: Object.fromEntries(
      names.map((name) => [
        `@cloud-clients/${name}`,
        { specifier: "workspace:*", version: `link:../packages/${name}` },
      ]),
    ),
  };
  files["specs/package.json"] = json({
    name: "@cloud-clients/specs",
    private: true,
    scripts: scripts("coverage", "coverage --check"),
    devDependencies,
  });
  files["pnpm-lock.yaml"] = dump({ lockfileVersion: "9.0", importers });
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
}

async function readJson(path: string) {
  return JSON.parse(await readFile(join(checkout, path), "utf8"));
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

async function turbo(root: string, task: string): Promise<Run & { pageSeconds: number }> {
  const began = performance.now();
  const options = ["--summarize", "--output-logs=none", "--cache-dir=.turbo/cache"];
  await run(join(checkout, "node_modules/.bin/turbo"), ["run", task, ...options], root);
  const seconds = (performance.now() - began) / 1000;
  const runs = join(root, ".turbo/runs");
  const [file = ""] = await readdir(runs);
  const { tasks } = JSON.parse(await readFile(join(runs, file), "utf8")) as {
    tasks: {
      taskId: string;
      command: string;
      cache: { status: string };
      execution?: { startTime: number; endTime: number };
    }[];
  };
  await rm(runs, { recursive: true });
  const ran = tasks.filter(
    ({ command, cache }) => command !== "<NONEXISTENT>" && cache.status !== "HIT",
  );
  const page = ran.find(({ taskId }) => taskId.startsWith("@cloud-clients/specs#"))?.execution;
  return {
    seconds,
    ran: ran.map(({ taskId }) => taskId.replace("@cloud-clients/", "")),
    pageSeconds: page === undefined ? 0 : (page.endTime - page.startTime) / 1000,
  };
}

/** `check` as this repository runs it: the tasks, and then what no hash knows. */
async function check(root: string): Promise<Run> {
  const { seconds, ran } = await turbo(root, "check");
  const began = performance.now();
  await run(process.execPath, [specTools, "changes", "--check"], root);
  return { seconds: seconds + (performance.now() - began) / 1000, ran };
}

async function run(file: string, args: readonly string[], cwd: string): Promise<void> {
  const env = { ...process.env, TURBO_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1" };
  const child = spawn(file, args, { cwd, env });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      if (said.length < 10_000) said += text;
    });
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (code !== 0) throw new Error(`${file} ${args.join(" ")} ended with ${code}:\n${said}`);
}
