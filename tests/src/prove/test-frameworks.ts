import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { run } from "../run.js";
import { fetchTools } from "./fetch-package.js";
import { reasonOf } from "./reason.js";
import { findRuntime, runtimes } from "./runtimes.js";
import type { versions } from "./versions.js";

/** A way to run tests. */
export interface TestFramework {
  readonly name: string;
  readonly tool: keyof typeof versions;
  /** What runs it, of {@link runtimes}; `undefined`: this Node. */
  readonly runtime: string | undefined;
  /** What users have to know, for the page. */
  readonly note: string;
  readonly file: string;
  readonly code: string;
  /** For Node: options, the program in node_modules, and its arguments. */
  readonly args: readonly string[];
}

const test = `
it("a list is walked to its end", async () => {
  const emulator = createEmulator("ppio-gpu", { instances: 7 });
  const client = createPpioGpuClient({ apiKey: "k", fetch: emulator.fetch });
  const { items } = await listInstances(client, { limit: 3 }).collect();
  expect(items).toHaveLength(7);
});
`;
const imports = `
import { createEmulator } from "@cloud-clients/emulator";
import { createPpioGpuClient, listInstances } from "@cloud-clients/ppio-gpu";
`;
const requires = `
const { createEmulator } = require("@cloud-clients/emulator");
const { createPpioGpuClient, listInstances } = require("@cloud-clients/ppio-gpu");
`;

/** Nothing is proven about time: a first import may take longer than the five seconds of both. */
const patient = "--testTimeout=120000";

const jest = {
  tool: "jest",
  args: ["--experimental-vm-modules", "node_modules/jest/bin/jest.js", patient],
} as const;

/** The ways that are proven. */
export const testFrameworks: readonly TestFramework[] = [
  {
    name: "vitest",
    note: "",
    tool: "vitest",
    runtime: undefined,
    file: "use.test.mjs",
    code: `import { expect, it } from "vitest";${imports}${test}`,
    args: ["node_modules/vitest/vitest.mjs", "run", patient],
  },
  {
    ...jest,
    name: "Jest, import",
    note: ", with `NODE_OPTIONS=--experimental-vm-modules`",
    runtime: undefined,
    file: "use.test.mjs",
    code: `import { expect, it } from "@jest/globals";${imports}${test}`,
  },
  {
    ...jest,
    name: "Jest, require",
    note: ", with the same option; Jest can require ES modules from Node 24.9 on",
    runtime: "Node 24",
    file: "use.test.cjs",
    code: `${requires}${test}`,
  },
];

/**
 * Runs a test that imports the packages in a project of its own.
 *
 * @param project - has our packages installed.
 * @returns a line per problem.
 * @throws NotHere when the framework or its Node cannot be fetched.
 */
export async function proveTestFramework(
  { name, tool, runtime, file, code, args }: TestFramework,
  project: string,
): Promise<string[]> {
  const folder = join(project, name.toLowerCase().replaceAll(/\W+/g, "-"));
  await mkdir(folder);
  await symlink(await fetchTools(tool), join(folder, "node_modules"), "junction");
  await writeFile(join(folder, "package.json"), '{"private":true}\n');
  await writeFile(join(folder, file), code);
  const found = runtimes.find((one) => one.name === runtime);
  const node = found === undefined ? process.execPath : (await findRuntime(found)).file;
  try {
    // A test that is not found would pass: all of them say how many they ran.
    const { stdout, stderr } = await run(node, [...args], folder, { NO_COLOR: "1" });
    return /\b1 passed\b/.test(`${stdout}${stderr}`) ? [] : [`${file} is not run`];
  } catch (error) {
    return [`${file}: ${reasonOf(error)}`];
  }
}
