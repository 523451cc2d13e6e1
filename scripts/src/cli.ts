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

await runNamed({
  check: forApis("check"),
  generate: forApis("generate"),
  lint: forApis("lint"),
  "name-repository": async () => (await import("./name-repository.js")).nameRepository,
  "pack-release": async () => (await import("./pack-release.js")).packRelease,
  prove: async () => {
    const build = await tool("turbo", "run", "build", "bundles", "--output-logs=errors-only")();
    const prove = await tool("tsx", "tests/src/prove.ts")();
    // What is proven is what is packed, and that is what is built.
    return async (args, output) =>
      (args.length > 0 && (await build([], output))) || prove(args, output);
  },
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
