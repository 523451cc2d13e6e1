import { execFile } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const folder = fileURLToPath(new URL("../reports/", import.meta.url));

/** Has `redocly generate-client` make a client from one of our bundles; gives its file. */
export async function generateRedoclyClient(api: string): Promise<string> {
  const file = join(folder, "redocly", `${api}.ts`);
  await mkdir(dirname(file), { recursive: true });
  const manifest = createRequire(import.meta.url).resolve("@redocly/cli/package.json");
  const bundle = fileURLToPath(new URL(`../../specs/${api}/openapi.yaml`, import.meta.url));
  const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
  const cli = join(dirname(manifest), "bin", "cli.js");
  await promisify(execFile)(process.execPath, [cli, "generate-client", bundle, "-o", file], {
    cwd: dirname(file),
    env,
  });
  return file;
}
