import { createVpcepClient, unwrap } from "@cloud-clients/huaweicloud-vpcep";
import { accessKey, endpoint, mappings, serviceId } from "./signed.js";

type Client = ReturnType<typeof createVpcepClient>;

export const connect = (fetch?: typeof globalThis.fetch): Client =>
  createVpcepClient({ baseUrl: endpoint, projectId: "p", accessKey, ...(fetch && { fetch }) });

export function put(client: Client): Promise<unknown> {
  const path = { vpc_endpoint_service_id: serviceId };
  const template = "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}";
  return unwrap(client.PUT(template, { params: { path }, body: { ports: mappings } }));
}
