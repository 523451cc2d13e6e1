import {
  acceptOrRejectConnection,
  createVpcepClient,
  listServiceConnections,
  waitForEndpointService,
} from "@cloud-clients/huaweicloud-vpcep";

const [id, ...accounts] = process.argv.slice(2);
if (id === undefined || accounts.length === 0) throw new Error("usage: SERVICE ACCOUNT...");

// Reads HUAWEICLOUD_SDK_AK, HUAWEICLOUD_SDK_SK and HUAWEICLOUD_SDK_PROJECT_ID.
const client = createVpcepClient({ region: "cn-north-4" });
await waitForEndpointService(client, id, { deadlineMs: 300_000 });

// All of them before the first is accepted: an accepted one leaves this list, and the rest would move up.
const waiting = listServiceConnections(client, id, { status: "pendingAcceptance" });
const { items } = await waiting.collect();
for (const connection of items) {
  const known = accounts.includes(connection.domain_id ?? "");
  console.log(connection.id, connection.domain_id, known ? "accepted" : "left waiting");
  if (!known) continue;
  // One request decides on one connection: the service refuses more.
  await acceptOrRejectConnection(client, id, { action: "receive", endpoints: [connection.id] });
}
