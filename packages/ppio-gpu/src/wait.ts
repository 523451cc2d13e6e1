import {
  type PollCall,
  type PollOptions,
  type WaitOptions,
  waitForState,
  waitUntilGone,
} from "@cloud-clients/runtime/kit";
import { getEndpoint, getInstance, getJob, getNetwork } from "./generated/calls.js";
import type { InstanceDetail, Job, PpioGpuClient } from "./generated/types.js";

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
  const endpoint = {
    what: `endpoint ${id}`,
    read: (call: PollCall) => getEndpoint(client, id, call),
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
  const network = {
    what: `network ${id}`,
    read: (call: PollCall) => getNetwork(client, id, call),
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
  const job = {
    what: `job ${id}`,
    read: (call: PollCall) => getJob(client, id, call),
    stateOf: readStatus,
    until: "Succeeded",
    failed: ["Failed", "failed"],
  };
  return waitForState<Job>(client, job, options);
}

function instance(client: PpioGpuClient, id: string) {
  return {
    what: `instance ${id}`,
    read: (call: PollCall) => getInstance(client, id, call),
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
