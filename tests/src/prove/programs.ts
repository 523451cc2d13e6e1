/** A program that imports the packages and calls them; it prints "7 7". */
export const importing = `
import { createPpioGpuClient, listInstances, unwrap } from "@cloud-clients/ppio-gpu";
import { createVpcepClient } from "@cloud-clients/huaweicloud-vpcep";
import { createEmulator } from "@cloud-clients/emulator";
const emulator = createEmulator("ppio-gpu", { instances: 7 });
const client = createPpioGpuClient({ apiKey: "k", fetch: emulator.fetch });
const { items } = await listInstances(client, { limit: 3 }).collect();
const { data } = await unwrap(client.GET("/gpus/v2/instances"));
createVpcepClient({ region: "cn-north-4", projectId: "p", token: "t" });
console.log(items.length, data.length);
`;

/** A CommonJS program that requires the packages; it prints "object" for each. */
export function requiring(names: Iterable<string>): string {
  return [...names].map((name) => `console.log(typeof require("${name}"));`).join("\n");
}

/** A program to be bundled, and what its bundle prints. */
export interface Bundled {
  readonly platform: "browser" | "node";
  readonly code: string;
  readonly prints: string;
}

/** Everything that runs in browsers. */
const inBrowsers: Bundled = {
  platform: "browser",
  code: `
import * as runtime from "@cloud-clients/runtime";
import * as kit from "@cloud-clients/runtime/kit";
import * as ppio from "@cloud-clients/ppio-gpu";
import * as vpcep from "@cloud-clients/huaweicloud-vpcep";
const fetch = async () => Response.json({ data: [], has_more: false });
const client = ppio.createPpioGpuClient({ apiKey: "k", fetch });
const { items } = await ppio.listInstances(client).collect();
console.log(items.length, [runtime, kit, ppio, vpcep].every((one) => Object.keys(one).length > 1));
`,
  prints: "0 true",
};

/**
 * The packages for Node. Without `@cloud-clients/locks/file`: it loads a native module, which bundlers leave outside.
 * The emulator finds the document of an API by name in its own folder, which a bundle is not in: it is given one.
 */
const inNode: Bundled = {
  platform: "node",
  code: `
import { createEmulator } from "@cloud-clients/emulator";
import * as locks from "@cloud-clients/locks";
import * as etcd from "@cloud-clients/locks/etcd";
import * as postgres from "@cloud-clients/locks/postgres";
import * as redis from "@cloud-clients/locks/redis";
import { createPpioGpuClient, listInstances } from "@cloud-clients/ppio-gpu";
import { openTelemetryHooks } from "@cloud-clients/runtime/opentelemetry";
const emulator = createEmulator({
  spec: "node_modules/@cloud-clients/ppio-gpu/openapi.yaml",
  items: 7,
});
const hooks = openTelemetryHooks();
const client = createPpioGpuClient({ apiKey: "k", fetch: emulator.fetch, hooks });
const { items } = await listInstances(client, { limit: 3 }).collect();
const some = [etcd, postgres, redis].every((one) => Object.keys(one).length > 0);
console.log(items.length, some, typeof locks);
`,
  prints: "7 true object",
};

/** One call, of a package with lists and edits. */
const oneCall: Bundled = {
  platform: "browser",
  code: `
import { createPpioGpuClient, getInstance } from "@cloud-clients/ppio-gpu";
const client = createPpioGpuClient({ apiKey: "k", fetch: async () => Response.json({ id: "i" }) });
const { id } = await getInstance(client, "i");
console.log(id);
`,
  prints: "i",
};

/** One list and one edit. */
const listAndEdit: Bundled = {
  platform: "browser",
  code: `
import { addPorts, createPpioGpuClient, listInstances } from "@cloud-clients/ppio-gpu";
// Whoever gets at the global object may call them: no bundler can leave them out.
globalThis.called = [createPpioGpuClient, listInstances, addPorts];
console.log(globalThis.called.length);
`,
  prints: "3",
};

/** The programs that every bundler puts into one file, by name. */
export const bundled = { inBrowsers, inNode, oneCall, listAndEdit } as const;

/** The name of an error that only edits make, and the word that only lists have: they stay in minified code. */
export const marks = { edits: "WriteNotAppliedError", lists: "checkpoint" } as const;
