import { createVpcepClient, unwrap } from "@cloud-clients/huaweicloud-vpcep";
import { BasicCredentials } from "@huaweicloud/huaweicloud-sdk-core/auth/BasicCredentials.js";
import { HcClient } from "@huaweicloud/huaweicloud-sdk-core/HcClient.js";
import { DefaultHttpClient } from "@huaweicloud/huaweicloud-sdk-core/http/DefaultHttpClient.js";
import { compare } from "./compare.js";
import type { Figure } from "./report.js";

const endpoint = "https://vpcep.cn-north-4.myhuaweicloud.com";
const service = { id: "s", ports: [{ client_port: 80, server_port: 8080, protocol: "TCP" }] };

// The SDK's stub below returns a plain object, so ours gets one as well: building a real Response
// costs as much as a third of either call and is neither's work.
const response: Pick<Response, "ok" | "status" | "headers" | "text"> = {
  ok: true,
  status: 200,
  headers: new Headers({ "content-type": "application/json" }),
  text: async () => JSON.stringify(service),
};

/**
 * CPU of a signed call on a stub of the wire: ours beside the official SDK's core. Openapi-fetch, and a
 * Request for the stub, are part of ours; the SDK's stub gets a plain object.
 */
export async function signedCall(): Promise<Figure[]> {
  const key = { id: "AKIDEXAMPLE0123456789", secret: "SKexample0123456789" };
  const ours = createVpcepClient({
    baseUrl: endpoint,
    projectId: "p",
    accessKey: key,
    fetch: async () => response as Response,
  });
  const http = new DefaultHttpClient(
    {
      axiosRequestConfig: {
        adapter: async (config: object) => ({
          data: JSON.stringify(service),
          status: 200,
          statusText: "OK",
          headers: { "content-type": "application/json" },
          config,
        }),
      },
    } as never,
    [endpoint],
  );
  const credential = new BasicCredentials().withAk(key.id).withSk(key.secret).withProjectId("p");
  const sdk = new HcClient(http).withEndpoints([endpoint]).withCredential(credential);
  const path = { vpc_endpoint_service_id: "s" };
  const template = "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}";
  const options = () => ({
    method: "PUT",
    url: template,
    contentType: "application/json",
    queryParams: {},
    pathParams: { project_id: "p", ...path } as object,
    headers: {},
    data: { ports: service.ports },
  });
  const body = { ports: [{ client_port: 80, server_port: 8080, protocol: "TCP" as const }] };
  const { cpu } = await compare(
    {
      ours: () => unwrap(ours.PUT(template, { params: { path }, body })),
      sdk: () => sdk.sendRequest(options() as never),
    },
    { calls: 500 },
  );
  const beside = `µs: ours ${cpu.micros.ours?.toFixed(1)}, SDK core ${cpu.micros.sdk?.toFixed(1)}`;
  return [
    {
      what: "CPU of a signed PUT, to the official SDK's core",
      measured: cpu.ratio("ours", "sdk"),
      unit: "×",
      beside,
    },
  ];
}
