import {
  addPorts,
  formatPlan,
  listEndpointServices,
  planPorts,
  removePorts,
  type VpcepClient,
} from "@cloud-clients/huaweicloud-vpcep";

/** The same on Huawei Cloud: another style of paging, another port list, the same functions. */
export async function editServicePorts(client: VpcepClient): Promise<void> {
  const { items } = await listEndpointServices(client, { limit: 20 }).collect();
  const [service] = items;
  if (!service) throw new Error("the emulator has no endpoint service");
  console.log(`\nThe same on VPCEP, paged by offset: ${items.length} endpoint services.`);

  const mapping = { client_port: 8443, server_port: 30443, protocol: "TCP" } as const;
  console.log("A plan for the port mappings of the first:");
  console.log(formatPlan(await planPorts(client, service.id, { present: [mapping] })));
  const added = await addPorts(client, service.id, [mapping]);
  console.log(`  added: ${added.base.length} mappings before, ${added.observed.length} after`);
  const again = await addPorts(client, service.id, [mapping]);
  console.log(`  added again: ${again.changed ? "written" : "nothing to do, nothing written"}`);
  const removed = await removePorts(client, service.id, [mapping]);
  console.log(`  removed: ${removed.observed.length} mappings, as before`);
}
