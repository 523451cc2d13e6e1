import { unwrap, type WaitOptions, waitForState } from "@cloud-clients/runtime";
import type { VpcepClient } from "./create-vpcep-client.js";
import type { Endpoint, EndpointService } from "./types.js";

/**
 * Waits until an endpoint service is in a state, `available` unless told otherwise; creating one takes a
 * minute or two. One request a look.
 *
 * @returns the service in that state.
 * @throws FailedStateError for `failed`, TimeoutError (`source: "deadline"`), AbortedError, and what a
 * call throws.
 * @see https://support.huaweicloud.com/intl/en-us/api-vpcep/ListServiceDetails.html
 */
export function waitForEndpointService(
  client: VpcepClient,
  id: string,
  options: WaitOptions = {},
): Promise<EndpointService> {
  const path = "/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}";
  const params = { path: { vpc_endpoint_service_id: id } };
  return waitForState<EndpointService>(
    {
      what: `endpoint service ${id}`,
      read: () => unwrap(client.GET(path, { ...options, params })),
      look: ({ status = "in no state" }) => ({ state: status }),
      until: "available",
      failed: ["failed"],
    },
    options,
  );
}

/**
 * Waits until an endpoint is in a state, `accepted` unless told otherwise; creating one takes a minute or
 * two, and `pendingAcceptance` lasts until the owner of the service decides. One request a look.
 *
 * @returns the endpoint in that state.
 * @throws FailedStateError for `failed` and `rejected`, TimeoutError (`source: "deadline"`),
 * AbortedError, and what a call throws.
 * @see https://support.huaweicloud.com/eu/api-vpcep/ListEndpointInfoDetails.html
 */
export function waitForEndpoint(
  client: VpcepClient,
  id: string,
  options: WaitOptions = {},
): Promise<Endpoint> {
  const params = { path: { vpc_endpoint_id: id } };
  return waitForState<Endpoint>(
    {
      what: `endpoint ${id}`,
      read: () =>
        unwrap(
          client.GET("/v1/{project_id}/vpc-endpoints/{vpc_endpoint_id}", { ...options, params }),
        ),
      look: ({ status = "in no state" }) => ({ state: status }),
      until: "accepted",
      failed: ["failed", "rejected"],
    },
    options,
  );
}
