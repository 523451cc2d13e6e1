/**
 * Packages that only `prove` needs, runtimes apart. They are fetched when it runs: an install of this workspace has
 * none of them.
 */
export const versions = {
  "@opentelemetry/api": "1.9.0",
  "@rollup/plugin-commonjs": "29.0.3",
  "@rollup/plugin-json": "6.1.0",
  "@rollup/plugin-node-resolve": "16.0.3",
  "@yarnpkg/cli-dist": "4.18.1",
  esbuild: "0.28.2",
  jest: "30.5.2",
  rollup: "4.68.8",
  tsx: "4.23.15",
  // The newest that is too old: prove that the lowest version that the README states is not too high.
  typescript: "5.3.3",
  vite: "8.3.8",
  // The last line that runs on Node 20.
  vitest: "4.1.12",
  webpack: "5.113.0",
} as const;

/** The versions of @types/node that programs compile with, by major version. */
export const nodeTypes = { "20": "20.19.43", "24": "24.19.2" } as const;
