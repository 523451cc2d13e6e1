import { type Command, runNamed } from "@cloud-clients/spec-tools/command";

/** A task of each API's package, by its own name. */
const forApis =
  (task: string): (() => Promise<Command>) =>
  async () => {
    const { runForApis } = await import("./run-for-apis.js");
    return (args, output) => runForApis([task, ...args], output);
  };

/** A tool of the workspace with arguments, then those of the command. */
const tool =
  (name: string, ...first: string[]): (() => Promise<Command>) =>
  async () => {
    const { runTool } = await import("./run-tool.js");
    return (args) => runTool(name, [...first, ...args]);
  };

/** A script of ours that works on what is built: builds first. */
const built =
  (script: string): (() => Promise<Command>) =>
  async () => {
    const build = await tool("turbo", "run", "build", "bundles", "--output-logs=errors-only")();
    const work = await tool("tsx", script)();
    return async (args, output) => (await build([], output)) || work(args, output);
  };

await runNamed({
  bench: built("benchmarks/src/all.ts"),
  check: forApis("check"),
  generate: forApis("generate"),
  lint: forApis("lint"),
  "name-repository": async () => (await import("./name-repository.js")).nameRepository,
  "pack-release": async () => (await import("./pack-release.js")).packRelease,
  // What is proven is what is packed, and that is what is built.
  prove: built("tests/src/prove.ts"),
  "prove-remote-cache": async () => (await import("./prove-remote-cache.js")).proveRemoteCache,
  site: tool("tsx", "site/src/build.ts"),
  start: async () => {
    const { start } = await import("./start.js");
    return (_args, output) => start(output);
  },
  test: async () => (await import("./test-all.js")).testAll,
  turbo: tool("turbo"),
  "write-versions": async () => {
    const { writeVersions } = await import("./write-versions.js");
    const { checkout } = await import("./run-tool.js");
    return async (_args, { out }) => {
      for (const file of await writeVersions(checkout)) out(`${file}: changed`);
      return 0;
    };
  },
});
