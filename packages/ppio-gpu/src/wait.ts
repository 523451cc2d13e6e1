import { unwrap, type WaitOptions, waitForState } from "@cloud-clients/runtime";
import type { PpioGpuClient } from "./create-ppio-gpu-client.js";
import type { InstanceDetail, Job } from "./types.js";

/**
 * Waits until an instance is in a state, `running` unless told otherwise. One request a look.
 *
 * The states are not documented for this version of the API; `until` is compared as the service
 * writes them. An instance has failed when its `status.error` is not empty, or when it reaches one of
 * `failed`.
 *
 * @returns the instance in that state.
 * @throws FailedStateError, TimeoutError (`source: "deadline"`), AbortedError, and what a call throws.
 * @see https://ppio.com/docs/gpus/instance/reference-v2-get-instance.md
 */
export function waitForInstance(
  client: PpioGpuClient,
  id: string,
  options: WaitOptions = {},
): Promise<InstanceDetail> {
  const params = { path: { instance_id: id } };
  return waitForState<InstanceDetail>(
    {
      what: `instance ${id}`,
      read: () => unwrap(client.GET("/gpus/v2/instances/{instance_id}", { ...options, params })),
      look: ({ status }) => lookAt(status),
      until: "running",
      failed: [],
    },
    options,
  );
}

/**
 * Waits until a job is in a state, `Succeeded` unless told otherwise. One request a look.
 *
 * `Succeeded` is the only state that is documented. A job has failed when its `status.error` is not
 * empty, when its state is `Failed` or `failed` (the word of image prewarm tasks), or when it reaches
 * one of `failed`.
 *
 * @returns the job in that state.
 * @throws FailedStateError, TimeoutError (`source: "deadline"`), AbortedError, and what a call throws.
 * @see https://novita.ai/docs/api-reference/gpus-v2-get-job.md
 */
export function waitForJob(
  client: PpioGpuClient,
  id: string,
  options: WaitOptions = {},
): Promise<Job> {
  const params = { path: { job_id: id } };
  return waitForState<Job>(
    {
      what: `job ${id}`,
      read: () => unwrap(client.GET("/gpus/v2/jobs/{job_id}", { ...options, params })),
      look: ({ status }) => lookAt(status),
      until: "Succeeded",
      failed: ["Failed", "failed"],
    },
    options,
  );
}

function lookAt(status: { status?: string; error?: string; message?: string } | undefined): {
  state: string;
  failure?: string;
} {
  const { status: state = "in no state", error, message } = status ?? {};
  return error ? { state, failure: [error, message].filter(Boolean).join(" ") } : { state };
}
