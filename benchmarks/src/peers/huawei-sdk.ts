import { BasicCredentials } from "@huaweicloud/huaweicloud-sdk-core/auth/BasicCredentials.js";
import { HcClient } from "@huaweicloud/huaweicloud-sdk-core/HcClient.js";
import { DefaultHttpClient } from "@huaweicloud/huaweicloud-sdk-core/http/DefaultHttpClient.js";
import { accessKey, endpoint, mappings, serviceId } from "./signed.js";

/** A client whose requests go to an axios adapter, if one is given. */
export function connect(adapter?: (config: object) => Promise<object>): HcClient {
  const options = adapter && { axiosRequestConfig: { adapter } };
  // Its declaration asks for all options, its code for none.
  const http = new DefaultHttpClient((options ?? {}) as never, [endpoint]);
  const credential = new BasicCredentials()
    .withAk(accessKey.id)
    .withSk(accessKey.secret)
    .withProjectId("p");
  return new HcClient(http).withEndpoints([endpoint]).withCredential(credential);
}

/** Replaces the ports of a service, as the generated packages of the SDK do. */
export function put(client: HcClient): Promise<unknown> {
  const request = {
    method: "PUT",
    url: "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}",
    contentType: "application/json",
    queryParams: {},
    pathParams: { project_id: "p", vpc_endpoint_service_id: serviceId } as object,
    headers: {},
    data: { ports: mappings },
  };
  return client.sendRequest(request as never);
}
