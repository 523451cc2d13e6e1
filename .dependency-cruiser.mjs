import { existsSync, readdirSync } from "node:fs";

// Who may import whom, types included. tests/test/imports.test.ts holds the sources to it, and
// `npx --yes pnpm@10 graph` draws the arrows in docs/architecture.md.

const specs = new URL("specs/", import.meta.url);
const apis = readdirSync(specs).filter((name) =>
  existsSync(new URL(`${name}/openapi.yaml`, specs)),
);
const published = [
  "packages/runtime",
  ...apis.map((api) => `packages/${api}`),
  "packages/emulator",
  "packages/locks",
];

/** The workspaces, each with those that it may import by name. */
const workspaces = {
  "packages/runtime": [],
  ...Object.fromEntries(apis.map((api) => [`packages/${api}`, ["packages/runtime"]])),
  "packages/emulator": ["packages/openapi-model"],
  "packages/locks": ["packages/runtime", "packages/lock-servers"],
  "packages/lock-servers": [],
  "packages/openapi-model": [],
  "packages/spec-tools": ["packages/openapi-model"],
  "packages/api-contract": [
    "packages/runtime",
    "packages/emulator",
    "packages/openapi-model",
    "packages/spec-tools",
  ],
  scripts: ["packages/spec-tools"],
  tests: [...published, "packages/openapi-model", "packages/spec-tools", "packages/api-contract"],
  examples: published,
  benchmarks: [...published, "packages/lock-servers"],
  site: ["packages/openapi-model", "packages/spec-tools"],
};

/** What the tests of an API's package may import beside what its sources may: none of it depends on an API. */
const contract = ["packages/emulator", "packages/api-contract"];

/** Rooms of a package, each with those that it may import. The files beside the rooms may import them all. */
const rooms = {
  "packages/runtime/src": {
    errors: [],
    base: ["errors"],
    transport: ["base", "errors"],
    client: ["transport", "base", "errors"],
    lists: ["client", "transport", "base", "errors"],
    wait: ["lists", "client", "transport", "base", "errors"],
    edits: ["lists", "client", "transport", "base", "errors"],
  },
  "packages/spec-tools/src": {
    base: [],
    documents: ["base"],
    import: ["documents", "base"],
    bundle: ["documents", "base"],
    emit: ["bundle", "documents", "base"],
    lint: ["documents", "base"],
    changes: ["lint", "emit", "bundle", "import", "documents", "base"],
    scaffold: ["lint", "emit", "bundle", "import", "documents", "base"],
    commands: ["changes", "scaffold", "lint", "emit", "bundle", "import", "documents", "base"],
  },
  "packages/emulator/src": {
    engine: [],
    ...Object.fromEntries(["any-api", ...apis].map((api) => [api, ["engine"]])),
    cli: ["any-api", "create-emulator.ts", "engine"],
  },
  "packages/emulator/src/engine": {
    spec: ["refusal.ts", "random.ts", "value-at.ts"],
    http: ["spec", "check-options.ts"],
    scheduler: ["http", "spec", "check-options.ts"],
    faults: [
      "scheduler",
      "http",
      "spec",
      "replaced-list.ts",
      "refusal.ts",
      "value-at.ts",
      "check-options.ts",
    ],
    "stand-in": [
      "spec",
      "paged-list.ts",
      "stand-in-state.ts",
      "replaced-list.ts",
      "success-response.ts",
      "service.ts",
      "refusal.ts",
      "value-at.ts",
    ],
  },
};

/** Matches files of a workspace, also by the name that an import of it has before it is built. */
const within = (workspace) => [
  `^${workspace}/`,
  `^@cloud-clients/${workspace.replace("packages/", "")}(/|$)`,
];

/** Matches a room's folder, or a file beside the rooms. */
const room = (folder, name) => `^${folder}/${name.replace(".", "[.]")}(/|$)`;

const testsOfApis = apis.map((api) => `^packages/${api}/test/`);

const error = "error";

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    { name: "no circle, types included", severity: error, from: {}, to: { circular: true } },
    ...Object.entries(workspaces).map(([workspace, may]) => ({
      name: `${workspace} imports ${may.join(", ") || "none of our packages"}`,
      severity: error,
      from: { path: `^${workspace}/`, pathNot: testsOfApis },
      to: {
        path: Object.keys(workspaces).flatMap(within),
        pathNot: [workspace, ...may].flatMap(within),
      },
    })),
    ...apis.map((api) => {
      const may = [`packages/${api}`, "packages/runtime", ...contract];
      return {
        name: `packages/${api}/test imports ${may.join(", ")}`,
        severity: error,
        from: { path: `^packages/${api}/test/` },
        to: { path: Object.keys(workspaces).flatMap(within), pathNot: may.flatMap(within) },
      };
    }),
    {
      name: "every workspace is listed",
      severity: error,
      from: { pathNot: Object.keys(workspaces).flatMap(within) },
      to: {},
    },
    {
      name: "a workspace is imported by name",
      severity: error,
      from: { path: "^((?:packages/)?[^/]+)/" },
      to: { dependencyTypes: ["local"], pathNot: "^$1/" },
    },
    ...Object.entries(rooms).flatMap(([folder, list]) => [
      ...Object.entries(list).map(([name, may]) => ({
        name: `${folder}/${name} imports ${may.join(", ") || "no other room"}`,
        severity: error,
        from: { path: room(folder, name) },
        to: { path: `^${folder}/`, pathNot: [name, ...may].map((one) => room(folder, one)) },
      })),
      {
        name: `every room of ${folder} is listed`,
        severity: error,
        from: {
          path: `^${folder}/[^/]+/`,
          pathNot: Object.keys(list).map((name) => room(folder, name)),
        },
        to: {},
      },
    ]),
    {
      name: "published sources import only what their package.json declares",
      severity: error,
      from: { path: published.map((folder) => `^${folder}/src/`) },
      // Our own packages are "undetermined", because they stand outside node_modules, and have their
      // plain name before they are built.
      to: {
        pathNot: "^@cloud-clients/",
        dependencyTypesNot: ["npm", "npm-peer", "core", "local", "undetermined"],
      },
    },
    {
      name: "published sources other than the emulator's and the locks' import nothing of Node",
      severity: error,
      from: {
        path: published.map((folder) => `^${folder}/src/`),
        pathNot: "^packages/(?:emulator|locks)/",
      },
      to: { dependencyTypes: ["core"] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: ["(^|/)node_modules/", "^packages/[^/]+/dist/"] },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "types"] },
  },
};
