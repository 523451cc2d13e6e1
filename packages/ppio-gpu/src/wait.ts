import {
  type PollCall,
  type PollOptions,
  unwrap,
  type WaitOptions,
  waitForState,
  waitUntilGone,
} from "@cloud-clients/runtime/kit";
import type { PpioGpuClient } from "./create-ppio-gpu-client.js";
import type { InstanceDetail, Job } from "./types.js";

/**
 * Waits until an instance is in a state, `running` by default. Makes one request per poll.
 *
 * The states are not documented for this version of the API; `until` is compared with the service's own
 * spelling. An instance has failed when its `status.error` is not empty, or when it reaches one of `failed`.
 *
 * @returns the instance in that state.
 * @throws UsageError before any request, FailedStateError, TimeoutError (`source: "deadline"`), AbortedError,
 * and what a call throws.
 * @see https://ppio.com/docs/gpus/instance/reference-v2-get-instance.md
 */
export async function waitForInstance(
  client: PpioGpuClient,
  id: string,
  options: WaitOptions = {},
): Promise<InstanceDetail> {
  const target = { ...instance(client, id), until: "running", failed: [] };
  return waitForState<InstanceDetail>(client, target, options);
}

/**
 * Waits until an instance that is being deleted is gone: until the service responds with status 404, or with
 * the state `removed`, as in version 1 of the API (the states of this version are not documented). Makes one
 * request per poll; does not delete anything itself.
 *
 * @throws UsageError before any request, TimeoutError (`source: "deadline"`), AbortedError, and what a call
 * throws.
 * @see https://ppio.com/docs/gpus/instance/reference-v2-get-instance.md
 */
export async function waitUntilInstanceGone(
  client: PpioGpuClient,
  id: string,
  options: PollOptions = {},
): Promise<void> {
  return waitUntilGone(client, { ...instance(client, id), gone: ["removed"] }, options);
}

/**
 * Waits until a serverless endpoint that is being deleted is gone: until the service responds with status
 * 404. Makes one request per poll; does not delete anything itself.
 *
 * @throws UsageError before any request, TimeoutError (`source: "deadline"`), AbortedError, and what a call
 * throws.
 * @see https://ppinfra.mintlify.dev/docs/gpus/endpoint/reference-v2-get-endpoint.md
 */
export async function waitUntilEndpointGone(
  client: PpioGpuClient,
  id: string,
  options: PollOptions = {},
): Promise<void> {
  const params = { path: { endpoint_id: id } };
  const endpoint = {
    what: `endpoint ${id}`,
    read: (call: PollCall) =>
      unwrap(client.GET("/gpus/v2/endpoints/{endpoint_id}", { ...call, params })),
    stateOf: readStatus,
  };
  return waitUntilGone(client, endpoint, options);
}

/**
 * Waits until a private network that is being deleted is gone: until the service responds with status 404.
 * Makes one request per poll; does not delete anything itself.
 *
 * @throws UsageError before any request, TimeoutError (`source: "deadline"`), AbortedError, and what a call
 * throws.
 * @see https://ppinfra.mintlify.dev/docs/gpus/vpc/reference-v2-get-vpc.md
 */
export async function waitUntilNetworkGone(
  client: PpioGpuClient,
  id: string,
  options: PollOptions = {},
): Promise<void> {
  const params = { path: { network_id: id } };
  const network = {
    what: `network ${id}`,
    read: (call: PollCall) =>
      unwrap(client.GET("/gpus/v2/networks/{network_id}", { ...call, params })),
    stateOf: readStatus,
  };
  return waitUntilGone(client, network, options);
}

/**
 * Waits until a job is in a state, `Succeeded` by default. Makes one request per poll.
 *
 * `Succeeded` is the only documented state. A job has failed when its `status.error` is not empty, when its
 * state is `Failed` or `failed` (as for image prewarm tasks), or when it reaches one of `failed`.
 *
 * @returns the job in that state.
 * @throws UsageError before any request, FailedStateError, TimeoutError (`source: "deadline"`), AbortedError,
 * and what a call throws.
 * @see https://novita.ai/docs/api-reference/gpus-v2-get-job.md
 */
export async function waitForJob(
  client: PpioGpuClient,
  id: string,
  options: WaitOptions = {},
): Promise<Job> {
  const params = { path: { job_id: id } };
  const job = {
    what: `job ${id}`,
    read: (call: PollCall) => unwrap(client.GET("/gpus/v2/jobs/{job_id}", { ...call, params })),
    stateOf: readStatus,
    until: "Succeeded",
    failed: ["Failed", "failed"],
  };
  return waitForState<Job>(client, job, options);
}

function instance(client: PpioGpuClient, id: string) {
  const params = { path: { instance_id: id } };
  return {
    what: `instance ${id}`,
    read: (call: PollCall) =>
      unwrap(client.GET("/gpus/v2/instances/{instance_id}", { ...call, params })),
    stateOf: readStatus,
  };
}

interface Status {
  status?: string;
  error?: string;
  message?: string;
}

function readStatus(resource: { status?: Status } | undefined): {
  state: string;
  failure?: string;
} {
  const { status: state = "in no state", error, message } = resource?.status ?? {};
  return error ? { state, failure: [error, message].filter(Boolean).join(" ") } : { state };
}
