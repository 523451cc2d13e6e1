// How the sources of the command become one file. Node knows no TypeScript yet, and a loader would look into every
// file that is imported, nine megabytes of the compiler among them: a second and 100 MB each time. So the sources of
// this package and of openapi-model are put together as CommonJS, for which Node looks into no file either.
import { fileURLToPath } from "node:url";

/** A package that cannot be required: it goes into the file, too. */
export const bundled = "json-schema-faker";

/** @satisfies {import("esbuild").BuildOptions} */
const sources = {
  absWorkingDir: fileURLToPath(new URL(".", import.meta.url)),
  alias: {
    "@cloud-clients/openapi-model": "../openapi-model/src/index.ts",
    [bundled]: fileURLToPath(import.meta.resolve(bundled)),
  },
  bundle: true,
  packages: "external",
  platform: "node",
  target: "node20",
  // What they become hangs on nothing that is not said here.
  tsconfigRaw: {},
};

/** @satisfies {import("esbuild").BuildOptions} */
export const command = {
  ...sources,
  entryPoints: ["src/cli.ts"],
  banner: { js: `const ownAddress = require("node:url").pathToFileURL(__filename).href;` },
  define: { "import.meta.url": "ownAddress" },
  format: "cjs",
  outExtension: { ".js": ".cjs" },
};

/**
 * Redocly imports its plugins as ES modules.
 *
 * @satisfies {import("esbuild").BuildOptions}
 */
export const lintPlugin = {
  ...sources,
  entryPoints: { "lint-plugin": "src/lint/plugin.ts" },
  format: "esm",
};
