import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { startVitest } from "vitest/node";

const usage = `usage: pnpm --filter @cloud-clients/tests openapi-fetch-suite <folder>

Runs openapi-fetch's own runtime tests against our client. <folder> is packages/openapi-fetch in a
checkout of openapi-ts/openapi-typescript; nothing is written there. docs/calls.md lists what fails
on purpose.`;

const [given] = process.argv.slice(2);
// pnpm runs a script in its package; a relative folder is meant from where the command was typed.
const folder = given && resolve(process.env.INIT_CWD ?? process.cwd(), given);
if (!folder || !existsSync(join(folder, "test/common/request.test.ts"))) {
  console.error(usage);
  process.exit(1);
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const vitest = await startVitest(
  "test",
  [],
  {
    root: folder,
    config: false,
    watch: false,
    include: ["test/**/*.test.ts"],
    exclude: ["**/node_modules/**"],
    reporters: ["default"],
  },
  {
    cacheDir: here("../../node_modules/.vite-openapi-fetch"),
    resolve: {
      alias: [
        { find: /^(\.\.\/)+src\/index\.js$/, replacement: here("./client.ts") },
        { find: /^vitest$/, replacement: here("../../node_modules/vitest/dist/index.js") },
      ],
    },
  },
);
await vitest.close();
