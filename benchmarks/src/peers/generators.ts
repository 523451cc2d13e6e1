import { execFile } from "node:child_process";
import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import type { NodeCommand } from "../measure-command.js";

/** A command that generates code from an OpenAPI document into a folder that is there. */
export type Generator = (document: string, folder: string) => NodeCommand;

const script = (file: string): string =>
  fileURLToPath(new URL(`../../node_modules/${file}`, import.meta.url));

/** The generators that are measured beside ours. */
export const generators = {
  "openapi-typescript": (document, folder) => ({
    args: [script("openapi-typescript/bin/cli.js"), document, "-o", join(folder, "schema.ts")],
    cwd: folder,
  }),
  Redocly: (document, folder) => ({
    args: [
      script("@redocly/cli/bin/cli.js"),
      "generate-client",
      document,
      `--config=${fileURLToPath(new URL("redocly.yaml", import.meta.url))}`,
      `--output=${join(folder, "client.ts")}`,
    ],
    cwd: folder,
  }),
  "hey-api": (document, folder) => ({
    args: [
      script("@hey-api/openapi-ts/bin/run.js"),
      `--input=${document}`,
      `--output=${folder}`,
      "--client=@hey-api/client-fetch",
      "--no-log-file",
      "--silent",
    ],
    cwd: folder,
  }),
} satisfies Record<string, Generator>;

const reports = fileURLToPath(new URL("../../reports/peers/", import.meta.url));
const document = fileURLToPath(new URL("../../../specs/ppio-gpu/openapi.yaml", import.meta.url));

/**
 * Generates a client for the PPIO GPU API and compiles its files one by one, as tsc does; `imports` of package.json
 * say where they are.
 */
export async function generateClient(generator: "Redocly" | "hey-api"): Promise<void> {
  const folder = join(reports, generator.toLowerCase());
  const sources = join(folder, "src");
  await rm(folder, { recursive: true, force: true });
  await mkdir(sources, { recursive: true });
  const { args, cwd } = generators[generator](document, sources);
  const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
  await promisify(execFile)(process.execPath, args, { cwd, env });
  const files = await readdir(sources, { recursive: true });
  await build({
    entryPoints: files.filter((file) => file.endsWith(".ts")).map((file) => join(sources, file)),
    outdir: folder,
    outbase: sources,
    format: "esm",
    target: "es2022",
  });
}
