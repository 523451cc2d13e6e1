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
