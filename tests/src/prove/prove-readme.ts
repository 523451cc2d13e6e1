import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";
import { InputError, type Output } from "@cloud-clients/spec-tools/command";
import { allFences, type Fence } from "../fences.js";
import { packOurs } from "../pack.js";
import { packages, read, root } from "../repo.js";
import { run } from "../run.js";
import { fetched } from "./fetch-package.js";
import { npm } from "./managers.js";
import { reasonOf } from "./reason.js";
import { openRegistry } from "./registry.js";
import { versions } from "./versions.js";

const published = [...packages, "spec-tools"];

/** The pages that a new user reads. */
const pages = ["README.md", ...published.map((name) => `packages/${name}/README.md`)];

/** What is printed on a page and not run, and why. Each must stand there. */
const leftOut: readonly { page: string; code: RegExp; why: string }[] = [
  { page: "README.md", code: /^npx --yes pnpm@10 /, why: "is for a checkout" },
  { page: "packages/locks/README.md", code: /new Pool\(\)/, why: "needs PostgreSQL" },
  {
    page: "packages/spec-tools/README.md",
    code: /docs\.parcel-express\.test/,
    why: "names an address that is made up",
  },
];

/** A line of a shell, or a snippet, as a page prints it. */
export interface Step {
  readonly page: string;
  readonly line: number;
  readonly kind: "shell" | "snippet" | "test";
  readonly code: string;
  /** Lines of one fence are run one after the other, while what the first ones serve is still there. */
  readonly fence: number;
}

/** What a reader of a page runs, in order: the lines of its shell fences, and its TypeScript. */
export function stepsOf(page: string, markdown: string): Step[] {
  const steps = allFences(markdown).flatMap((fence, index) => stepsOfFence(page, fence, index));
  const lines = markdown.split("\n");
  // A command in running text, which may go on in the next line.
  for (const { index, 1: code = "" } of markdown.matchAll(/(?<=[\s(])`(npx --package [^`]+)`/g)) {
    const line = markdown.slice(0, index).split("\n").length;
    steps.push({ page, line, kind: "shell", code: code.replace("\n", " "), fence: lines.length });
  }
  return steps;
}

function stepsOfFence(page: string, { language, code, line }: Fence, fence: number): Step[] {
  if (language === "ts") {
    const kind = /from "vitest"/.test(code) ? "test" : "snippet";
    return [{ page, line, kind, code, fence }];
  }
  if (language !== "sh") return [];
  return code
    .split("\n")
    .map((one, index): Step => ({ page, line: line + 1 + index, kind: "shell", code: one, fence }))
    .filter(({ code }) => code.trim() !== "");
}

/** What a page is walked with. */
interface Setting {
  /** Where the page is walked: empty at first. */
  readonly folder: string;
  /** A file that is loaded before a snippet. */
  readonly preload: string;
  readonly env: NodeJS.ProcessEnv;
}

/**
 * `prove readme`: does what the README and those of the packages print, line by line, as a new user does in an empty
 * folder. The packages are installed by their names, from their tarballs; requests to the services reach the emulator.
 *
 * @throws InputError with page, line and reason for each thing that does not work.
 */
export async function proveReadme({ out }: Output): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), "prove-readme-"));
  const tarballs = await packOurs(join(folder, "tarballs"), published);
  const registry = await openRegistry(tarballs);
  try {
    const stage = join(folder, "stage");
    await npm.install({ folder: stage, tarballs: ours(tarballs), others: {} });
    await cp(join(root, "tests/src/prove/readme/emulated.mjs"), join(stage, "emulated.mjs"));
    const preload = pathToFileURL(join(stage, "emulated.mjs")).href;
    // What an earlier walk has installed to run it once would be run again.
    const cache = join(fetched, "npm");
    await rm(join(cache, "_npx"), { recursive: true, force: true });
    await writeFile(join(folder, ".curlrc"), "fail\nsilent\nshow-error\n");
    const userconfig = join(folder, ".npmrc");
    await writeFile(userconfig, `${await settings()}\n@cloud-clients:registry=${registry.url}\n`);
    const env = {
      ...process.env,
      CURL_HOME: folder,
      NO_COLOR: "1",
      NOVITA_API_KEY: "any",
      PPIO_API_KEY: "any",
      npm_config_cache: cache,
      npm_config_userconfig: userconfig,
    };
    const problems: string[] = [];
    const used = new Set<object>();
    for (const page of pages) {
      const steps: Step[] = [];
      for (const step of stepsOf(page, await read(page))) {
        const reason = leftOut.find((one) => one.page === page && one.code.test(step.code));
        if (reason === undefined) steps.push(step);
        else used.add(reason);
        if (reason !== undefined) out(`${page}, line ${step.line}: not run: ${reason.why}`);
      }
      const own = join(folder, page.replaceAll(/\W+/g, "-"));
      const found = await walk(steps, { folder: own, preload, env });
      const shell = steps.filter(({ kind }) => kind === "shell").length;
      const done = `${shell} shell lines and ${steps.length - shell} snippets work`;
      out(`${page}: ${found.length === 0 ? done : "see below"}`);
      problems.push(...found);
    }
    for (const one of leftOut) {
      if (!used.has(one)) problems.push(`${one.page}: has nothing that ${one.why}`);
    }
    if (problems.length > 0) throw new InputError(...problems);
    return 0;
  } finally {
    await registry.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** What npm is told on this computer. */
async function settings(): Promise<string> {
  const { stdout } = await run("npm", ["config", "get", "userconfig"], root);
  return readFile(stdout.trim(), "utf8").catch(() => "");
}

function ours(tarballs: ReadonlyMap<string, string>): Map<string, string> {
  return new Map([...tarballs].filter(([name]) => name !== "@cloud-clients/spec-tools"));
}

/** Runs the steps of a page, to a line per step that fails. */
async function walk(steps: readonly Step[], setting: Setting): Promise<string[]> {
  const { folder } = setting;
  await mkdir(folder);
  const problems: string[] = [];
  const attempt = async (step: Step, work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      problems.push(`${step.page}, line ${step.line}: ${reasonOf(error)}`);
    }
  };
  // The reader's own document.
  if (steps.some(({ code }) => code.includes("openapi.yaml"))) {
    await cp(join(root, "tests/src/prove/readme/openapi.yaml"), join(folder, "openapi.yaml"));
  }
  // Installed first, as on the pages; what runs TypeScript is the reader's own.
  const isInstall = ({ code }: Step) => code.startsWith("npm install ");
  for (const step of steps.filter(isInstall)) {
    await attempt(step, () => execute("sh", ["-c", step.code], setting));
  }
  if (steps.some(({ kind }) => kind !== "shell")) {
    const tools = (["tsx", "vitest"] as const).map((name) => `${name}@${versions[name]}`);
    await execute("npm", ["install", "--save-dev", ...tools], setting);
  }
  let served: Served | undefined;
  for (const step of steps.filter((one) => !isInstall(one))) {
    if (served !== undefined && served.fence !== step.fence) {
      await served.stop();
      served = undefined;
    }
    await attempt(step, async () => {
      if (step.kind !== "shell") {
        await runSnippet(step, setting);
      } else if (/\bcloud-emulator (?!--help)/.test(step.code)) {
        served = await serve(step, setting);
      } else {
        await execute("sh", ["-c", step.code], setting);
      }
    });
  }
  await served?.stop();
  return problems;
}

async function runSnippet({ kind, line, code }: Step, setting: Setting): Promise<void> {
  const { folder, preload } = setting;
  const file = `line-${line}${kind === "test" ? ".test" : ""}.mts`;
  await writeFile(join(folder, file), code);
  const args =
    kind === "test"
      ? ["node_modules/vitest/vitest.mjs", "run", file]
      : ["--import", preload, "--import", "tsx", file];
  await execute(process.execPath, args, setting);
}

/** Runs a program to its end. @throws what it printed, when it fails or takes longer than three minutes */
async function execute(
  file: string,
  args: readonly string[],
  { folder, env }: Pick<Setting, "folder" | "env">,
): Promise<void> {
  const stdio = ["ignore", "pipe", "pipe"] as const;
  const child = spawn(file, args, { cwd: folder, env, stdio: [...stdio], timeout: 180_000 });
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "close"),
  ]);
  if (code !== 0) throw Object.assign(new Error(`ends with ${code}`), { stdout, stderr });
}

/** A server that a line has started. */
interface Served {
  readonly fence: number;
  stop(): Promise<void>;
}

/** Starts a server, and waits until it says where it listens. @throws what it printed, when it ends before */
async function serve({ code, fence }: Step, { folder, env }: Setting): Promise<Served> {
  // A group of its own: npx starts a shell, and that the server.
  const child = spawn("sh", ["-c", code], {
    cwd: folder,
    env,
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  const closed = once(child, "close");
  const stderr = text(child.stderr);
  let stdout = "";
  const listens = new Promise<boolean>((resolve) => {
    child.stdout.on("data", (chunk) => {
      stdout += String(chunk);
      if (/ listens on http/.test(stdout)) resolve(true);
    });
    child.once("close", () => resolve(false));
  });
  if (!(await listens)) {
    throw Object.assign(new Error("ended"), { stdout, stderr: await stderr });
  }
  return {
    fence,
    async stop() {
      if (child.pid !== undefined) process.kill(-child.pid);
      await closed;
    },
  };
}
