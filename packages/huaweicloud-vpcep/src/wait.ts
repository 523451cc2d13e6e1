import {
  type PollCall,
  type PollOptions,
  type WaitOptions,
  waitForState,
  waitUntilGone,
} from "@cloud-clients/runtime/kit";
import { getEndpoint, getEndpointService } from "./generated/calls.js";
import type { Endpoint, EndpointService, VpcepClient } from "./generated/types.js";

/**
 * Waits until an endpoint service is in a state, `available` by default; creating one takes a minute or two.
 * Makes one request per poll.
 *
 * @returns the service in that state.
 * @throws UsageError before any request, FailedStateError for `failed`, TimeoutError (`source: "deadline"`),
 * AbortedError, and what a call throws.
 * @see https://support.huaweicloud.com/intl/en-us/api-vpcep/ListServiceDetails.html
 */
export async function waitForEndpointService(
  client: VpcepClient,
  id: string,
  options: WaitOptions = {},
): Promise<EndpointService> {
  const target = { ...endpointService(client, id), until: "available", failed: ["failed"] };
  return waitForState<EndpointService>(client, target, options);
}

/**
 * Waits until an endpoint service that is being deleted is gone: until the service responds with status 400
 * and `EndPoint.2003`. Makes one request per poll; does not delete anything itself.
 *
 * @throws UsageError before any request, TimeoutError (`source: "deadline"`), AbortedError, and what a call
 * throws.
 * @see https://support.huaweicloud.com/intl/en-us/api-vpcep/ListServiceDetails.html
 */
export async function waitUntilEndpointServiceGone(
  client: VpcepClient,
  id: string,
  options: PollOptions = {},
): Promise<void> {
  const target = { ...endpointService(client, id), unknownCodes: ["EndPoint.2003"] };
  return waitUntilGone(client, target, options);
}

/**
 * Waits until an endpoint is in a state, `accepted` by default; creating one takes a minute or two, and
 * `pendingAcceptance` lasts until the owner of the service decides. Makes one request per poll.
 *
 * @returns the endpoint in that state.
 * @throws UsageError before any request, FailedStateError for `failed` and `rejected`, TimeoutError (`source:
 * "deadline"`), AbortedError, and what a call throws.
 * @see https://support.huaweicloud.com/eu/api-vpcep/ListEndpointInfoDetails.html
 */
export async function waitForEndpoint(
  client: VpcepClient,
  id: string,
  options: WaitOptions = {},
): Promise<Endpoint> {
  const target = { ...endpoint(client, id), until: "accepted", failed: ["failed", "rejected"] };
  return waitForState<Endpoint>(client, target, options);
}

/**
 * Waits until an endpoint that is being deleted is gone: until the service responds with status 404. Makes
 * one request per poll; does not delete anything itself.
 *
 * @throws UsageError before any request, TimeoutError (`source: "deadline"`), AbortedError, and what a call
 * throws.
 * @see https://support.huaweicloud.com/eu/api-vpcep/ListEndpointInfoDetails.html
 */
export async function waitUntilEndpointGone(
  client: VpcepClient,
  id: string,
  options: PollOptions = {},
): Promise<void> {
  return waitUntilGone(client, endpoint(client, id), options);
}

function endpointService(client: VpcepClient, id: string) {
  return {
    what: `endpoint service ${id}`,
    read: (call: PollCall) => getEndpointService(client, id, call),
    stateOf: readStatus,
  };
}

function endpoint(client: VpcepClient, id: string) {
  return {
    what: `endpoint ${id}`,
    read: (call: PollCall) => getEndpoint(client, id, call),
    stateOf: readStatus,
  };
}

function readStatus(resource: { status?: string } | undefined): { state: string } {
  return { state: resource?.status ?? "in no state" };
}
