import { createVpcepClient, listEndpointServices } from "@cloud-clients/huaweicloud-vpcep";

// Reads HUAWEICLOUD_SDK_AK, HUAWEICLOUD_SDK_SK and HUAWEICLOUD_SDK_PROJECT_ID.
const client = createVpcepClient({ region: "cn-north-4" });
const { items } = await listEndpointServices(client, { limit: 100 }).collect(); // all pages
console.log(items.length, "endpoint services");
