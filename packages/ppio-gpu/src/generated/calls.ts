// Written by "npx --yes pnpm@10 generate" from specs/ppio-gpu/openapi.yaml. Do not edit.
import { callOperation, type OperationOptions } from "@cloud-clients/runtime/kit";
import type {
  CreateEndpointRequest,
  CreateEndpointResult,
  CreateImagePrewarmTaskRequest,
  CreateImagePrewarmTaskResult,
  CreateInstanceRequest,
  CreateInstanceResult,
  CreateNetworkBody,
  CreateNetworkResult,
  CreateTemplateRequest,
  CreateTemplateResult,
  DeleteImagePrewarmTasksBody,
  EmptyResponse,
  Endpoint,
  ExpandInstanceRootfsBody,
  GetTemplateQuery,
  ImagePrewarmTask,
  InstanceDetail,
  Job,
  MigrateInstanceBody,
  Network,
  PpioGpuClient,
  RenewInstanceBody,
  SaveImageBody,
  SaveImageResult,
  SetInstanceAutoMigrateBody,
  SetInstanceAutoRenewBody,
  SetInstanceWebTerminalBody,
  Template,
  UnseenResponse,
  UpdateEndpointRequest,
  UpdateInstanceBillingModeBody,
  UpdateNetworkBody,
  UpdateTemplateRequest,
  UpgradeInstanceRequest,
} from "./types.js";

/**
 * Create an instance.
 *
 * Orders a machine and starts a container on it. The response holds the identifier alone; the
 * instance is not running yet: read it until `status.status` is `running` or `status.error` is set,
 * and limit the wait. Every accepted request orders one more machine, which costs money, and there
 * is nothing to tell a repeated request from a new one: after a response that got lost, look for
 * the instance in the list before asking once more.
 *
 * The request was seen as a sample and in parts; what is open says so.
 *
 * Makes one request.
 *
 * @param body - The instance to create.
 * @throws UsageError before any request; ApiError (AuthenticationError, PermissionError,
 * RateLimitError …) if the service refuses; the other errors of a call.
 * @see https://ppio.com/docs/gpus/instance/reference-v2-create-gpu-instance.md
 */
export function createInstance(
  client: PpioGpuClient,
  body: CreateInstanceRequest,
  options?: OperationOptions,
): Promise<CreateInstanceResult> {
  return callOperation<CreateInstanceResult>(
    client,
    { operation: "createInstance", method: "POST", path: "/gpus/v2/instances" },
    { body, options },
  );
}

/**
 * Get one instance.
 *
 * Returns everything the list shows of an instance, with its access tools and prices. Passwords of
 * the tools, addresses that may let in whoever has them, and values of environment variables come
 * back in clear: do not log the response.
 *
 * Makes one request.
 *
 * @param id - Identifier of the instance.
 * @throws UsageError before any request; ApiError (AuthenticationError, PermissionError,
 * NotFoundError, RateLimitError …) if the service refuses; the other errors of a call.
 * @see https://ppio.com/docs/gpus/instance/reference-v2-get-instance.md
 */
export function getInstance(
  client: PpioGpuClient,
  id: string,
  options?: OperationOptions,
): Promise<InstanceDetail> {
  return callOperation<InstanceDetail>(
    client,
    { operation: "getInstance", method: "GET", path: "/gpus/v2/instances/{instance_id}" },
    { path: { instance_id: id }, options },
  );
}

/**
 * Delete an instance.
 *
 * Removes an instance and gives its machine back. Which states allow it, and how long it takes, is
 * not documented. Sent again, it may find nothing (404); that it can hit nothing else is inferred,
 * because the service assigns the identifiers and no page says that one is used twice.
 *
 * Makes one request.
 *
 * @param id - Identifier of the instance.
 * @throws UsageError before any request; ApiError (AuthenticationError, PermissionError,
 * NotFoundError, RateLimitError …) if the service refuses; the other errors of a call.
 * @see https://novita.ai/docs/api-reference/gpus-v2-delete-instance.md
 */
export function deleteInstance(
  client: PpioGpuClient,
  id: string,
  options?: OperationOptions,
): Promise<UnseenResponse> {
  return callOperation<UnseenResponse>(
    client,
    { operation: "deleteInstance", method: "DELETE", path: "/gpus/v2/instances/{instance_id}" },
    { path: { instance_id: id }, options },
  );
}

/**
 * Start an instance.
 *
 * Starts an instance that is stopped, presumably responding before it runs: read the instance until
 * `status.status` is `running` or `status.error` is set, and limit the wait. What the service
 * returns when the instance is started already is not documented. Sent again after somebody has
 * stopped the instance, it starts it once more, and billing with it.
 *
 * Makes one request. Sending it twice acts twice, so it is not sent again if its outcome is
 * unknown.
 *
 * @param id - Identifier of the instance.
 * @throws UsageError before any request; ApiError (AuthenticationError, PermissionError,
 * NotFoundError, RateLimitError …) if the service refuses; the other errors of a call.
 * @see https://novita.ai/docs/de/api-reference/gpus-v2-start-instance
 */
export function startInstance(
  client: PpioGpuClient,
  id: string,
  options?: OperationOptions,
): Promise<UnseenResponse> {
  return callOperation<UnseenResponse>(
    client,
    { operation: "startInstance", method: "PUT", path: "/gpus/v2/instances/{instance_id}/start" },
    { path: { instance_id: id }, options },
  );
}

/**
 * Stop an instance.
 *
 * Stops an instance that is running, presumably responding before it has stopped. What stopping
 * saves, and what the service returns when the instance is stopped already, is not documented. Sent
 * again after somebody has started the instance, it stops their work.
 *
 * Makes one request. Sending it twice acts twice, so it is not sent again if its outcome is
 * unknown.
 *
 * @param id - Identifier of the instance.
 * @throws UsageError before any request; ApiError (AuthenticationError, PermissionError,
 * NotFoundError, RateLimitError …) if the service refuses; the other errors of a call.
 * @see https://novita.ai/docs/api-reference/gpus-v2-stop-instance.md
 */
export function stopInstance(
  client: PpioGpuClient,
  id: string,
  options?: OperationOptions,
): Promise<UnseenResponse> {
  return callOperation<UnseenResponse>(
    client,
    { operation: "stopInstance", method: "PUT", path: "/gpus/v2/instances/{instance_id}/stop" },
    { path: { instance_id: id }, options },
  );
}

/**
 * Restart an instance.
 *
 * Stops an instance and starts it again. The response is empty, and presumably comes before it
 * runs. Sent again, it restarts the instance once more.
 *
 * Makes one request. Sending it twice acts twice, so it is not sent again if its outcome is
 * unknown.
 *
 * @param id - Identifier of the instance.
 * @throws UsageError before any request; ApiError (AuthenticationError, PermissionError,
 * NotFoundError, RateLimitError …) if the service refuses; the other errors of a call.
 * @see https://novita.ai/docs/es/api-reference/gpus-v2-restart-instance.md
 */
export function restartInstance(
  client: PpioGpuClient,
  id: string,
  options?: OperationOptions,
): Promise<EmptyResponse> {
  return callOperation<EmptyResponse>(
    client,
    { operation: "restartInstance", method: "PUT", path: "/gpus/v2/instances/{instance_id}/restart" },
    { path: { instance_id: id }, options },
  );
}

/**
 * Change what an instance runs.
 *
 * Replaces image, commands and environment variables, and sets the container up anew. Sent again,
 * it does that once more, and with `save_data` false whatever was stored in the meantime is lost.
 * Whether a member that is left out keeps its value is not documented.
 *
 * Makes one request. Sending it twice acts twice, so it is not sent again if its outcome is
 * unknown.
 *
 * @param id - Identifier of the instance.
 * @param body - What the container is to be made of.
 * @throws UsageError before any request; ApiError (AuthenticationError, PermissionError,
 * NotFoundError, RateLimitError …) if the service refuses; the other errors of a call.
 * @see https://ppio.com/docs/gpus/instance/reference-v2-upgrade-instance.md
 */
export function upgradeInstance(
  client: PpioGpuClient,
  id: string,
  body: UpgradeInstanceRequest,
  options?: OperationOptions,
): Promise<EmptyResponse> {
  return callOperation<EmptyResponse>(
    client,
    { operation: "upgradeInstance", method: "PUT", path: "/gpus/v2/instances/{instance_id}/upgrade" },
    { path: { instance_id: id }, body, options },
  );
}

/**
 * Renew a prepaid instance.
 *
 * Buys further months for an instance whose billing mode is `prepaid`. The months are added to what
 * was bought before, so a repeated request buys them again: after a response that got lost, read
 * `billing.prepaid.end_time` before asking once more. What happens to an instance with another
 * billing mode is not documented.
 *
 * Makes one request. Sending it twice acts twice, so it is not sent again if its outcome is
 * unknown.
 *
 * @param id - Identifier of the instance.
 * @param body - How long to prolong.
 * @throws UsageError before any request; ApiError (AuthenticationError, PermissionError,
 * NotFoundError, RateLimitError …) if the service refuses; the other errors of a call.
 * @see https://ppinfra.mintlify.dev/docs/gpus/instance/reference-v2-renewal-instance
 */
export function renewInstance(
  client: PpioGpuClient,
  id: string,
  body: RenewInstanceBody,
  options?: OperationOptions,
): Promise<EmptyResponse> {
  return callOperation<EmptyResponse>(
    client,
    { operation: "renewInstance", method: "PUT", path: "/gpus/v2/instances/{instance_id}/renew" },
    { path: { instance_id: id }, body, options },
  );
}

/**
 * Set automatic renewal of an instance.
 *
 * Switches automatic renewal of a prepaid instance on or off, and says for how many months each
 * time. What happens to an instance with another billing mode is not documented. Sent again, it can
 * switch on what somebody has switched off in between, and the next period is bought.
 *
 * Makes one request. Sending it twice acts twice, so it is not sent again if its outcome is
 * unknown.
 *
 * @param id - Identifier of the instance.
 * @param body - How to renew.
 * @throws UsageError before any request; ApiError (AuthenticationError, PermissionError,
 * NotFoundError, RateLimitError …) if the service refuses; the other errors of a call.
 * @see https://ppinfra.mintlify.dev/docs/gpus/instance/reference-v2-set-autorenew.md
 */
export function setInstanceAutoRenew(
  client: PpioGpuClient,
  id: string,
  body: SetInstanceAutoRenewBody,
  options?: OperationOptions,
): Promise<EmptyResponse> {
  return callOperation<EmptyResponse>(
    client,
    { operation: "setInstanceAutoRenew", method: "PUT", path: "/gpus/v2/instances/{instance_id}/auto-renew" },
    { path: { instance_id: id }, body, options },
  );
}

/**
 * Change the billing mode of an instance.
 *
 * Changes how an instance is paid for. Going to `prepaid` buys months; whether the same request
 * sent again buys them again is not documented. Whether a third value follows the two that were
 * seen is unknown.
 *
 * Makes one request. Sending it twice acts twice, so it is not sent again if its outcome is
 * unknown.
 *
 * @param id - Identifier of the instance.
 * @param body - How to pay.
 * @throws UsageError before any request; ApiError (AuthenticationError, PermissionError,
 * NotFoundError, RateLimitError …) if the service refuses; the other errors of a call.
 * @see https://novita.ai/docs/api-reference/gpus-v2-change-billing-instance
 */
export function updateInstanceBillingMode(
  client: PpioGpuClient,
  id: string,
  body: UpdateInstanceBillingModeBody,
  options?: OperationOptions,
): Promise<UnseenResponse> {
  return callOperation<UnseenResponse>(
    client,
    { operation: "updateInstanceBillingMode", method: "PUT", path: "/gpus/v2/instances/{instance_id}/billing-mode" },
    { path: { instance_id: id }, body, options },
  );
}

/**
 * Migrate an instance.
 *
 * Moves an instance to another machine. The platform may refuse to keep the data, by the vendor's
 * own words; how it says so is not documented. The response was not seen: read the instance to
 * learn how far it is. Sent again, it migrates once more.
 *
 * Makes one request. Sending it twice acts twice, so it is not sent again if its outcome is
 * unknown.
 *
 * @param id - Identifier of the instance.
 * @param body - How to migrate; an empty object is enough. Whether there are further members was
 * not seen.
 * @throws UsageError before any request; ApiError (AuthenticationError, PermissionError,
 * NotFoundError, RateLimitError …) if the service refuses; the other errors of a call.
 * @see https://novita.ai/docs/api-reference/gpus-v2-migrate-instance
 */
export function migrateInstance(
  client: PpioGpuClient,
  id: string,
  body: MigrateInstanceBody,
  options?: OperationOptions,
): Promise<UnseenResponse> {
  return callOperation<UnseenResponse>(
    client,
    { operation: "migrateInstance", method: "PUT", path: "/gpus/v2/instances/{instance_id}/migrate" },
    { path: { instance_id: id }, body, options },
  );
}

/**
 * Set automatic migration of an instance.
 *
 * Switches automatic migration to another machine on or off. Sent again, it can undo what somebody
 * else has set in between.
 *
 * Makes one request. Sending it twice acts twice, so it is not sent again if its outcome is
 * unknown.
 *
 * @param id - Identifier of the instance.
 * @param body - How to migrate.
 * @throws UsageError before any request; ApiError (AuthenticationError, PermissionError,
 * NotFoundError, RateLimitError …) if the service refuses; the other errors of a call.
 * @see https://novita.ai/docs/api-reference/gpus-v2-set-auto-migrate
 */
export function setInstanceAutoMigrate(
  client: PpioGpuClient,
  id: string,
  body: SetInstanceAutoMigrateBody,
  options?: OperationOptions,
): Promise<UnseenResponse> {
  return callOperation<UnseenResponse>(
    client,
    { operation: "setInstanceAutoMigrate", method: "PUT", path: "/gpus/v2/instances/{instance_id}/auto-migrate" },
    { path: { instance_id: id }, body, options },
  );
}

/**
 * Enlarge the system disk of an instance.
 *
 * Adds gigabytes to the system disk. The number is an increment, not the new size, so a repeated
 * request adds it again: after a response that got lost, read `resource_specs.rootfs_size_gb`
 * before asking once more. No operation that shrinks the disk is documented.
 *
 * Makes one request. Sending it twice acts twice, so it is not sent again if its outcome is
 * unknown.
 *
 * @param id - Identifier of the instance.
 * @param body - By how much to enlarge.
 * @throws UsageError before any request; ApiError (AuthenticationError, PermissionError,
 * NotFoundError, RateLimitError …) if the service refuses; the other errors of a call.
 * @see https://novita.ai/docs/api-reference/gpus-v2-expand-rootfs
 */
export function expandInstanceRootfs(
  client: PpioGpuClient,
  id: string,
  body: ExpandInstanceRootfsBody,
  options?: OperationOptions,
): Promise<UnseenResponse> {
  return callOperation<UnseenResponse>(
    client,
    { operation: "expandInstanceRootfs", method: "PUT", path: "/gpus/v2/instances/{instance_id}/rootfs-expand" },
    { path: { instance_id: id }, body, options },
  );
}

/**
 * Switch the web terminal of an instance.
 *
 * Switches the terminal in the browser on or off. The member is called `enable` here and `enabled`
 * where the instance is read. Sent again, it can open a terminal that somebody has closed in
 * between.
 *
 * Makes one request. Sending it twice acts twice, so it is not sent again if its outcome is
 * unknown.
 *
 * @param id - Identifier of the instance.
 * @param body - On or off.
 * @throws UsageError before any request; ApiError (AuthenticationError, PermissionError,
 * NotFoundError, RateLimitError …) if the service refuses; the other errors of a call.
 * @see https://novita.ai/docs/api-reference/gpus-v2-set-web-terminal
 */
export function setInstanceWebTerminal(
  client: PpioGpuClient,
  id: string,
  body: SetInstanceWebTerminalBody,
  options?: OperationOptions,
): Promise<UnseenResponse> {
  return callOperation<UnseenResponse>(
    client,
    { operation: "setInstanceWebTerminal", method: "PUT", path: "/gpus/v2/instances/{instance_id}/web-terminal" },
    { path: { instance_id: id }, body, options },
  );
}

/**
 * Create an endpoint.
 *
 * Creates a serverless endpoint: a pool of workers that grows and shrinks with its requests. The
 * response holds the identifier alone: read the endpoint until `status.status` is `running` or
 * `status.error` is set, and limit the wait. Every accepted request creates one more, which may
 * cost money, and there is nothing to tell a repeated request from a new one.
 *
 * Makes one request.
 *
 * @param body - The endpoint to create.
 * @throws UsageError before any request; ApiError (AuthenticationError, PermissionError,
 * RateLimitError …) if the service refuses; the other errors of a call.
 * @see https://ppinfra.mintlify.dev/docs/gpus/endpoint/reference-v2-create-endpoint
 */
export function createEndpoint(
  client: PpioGpuClient,
  body: CreateEndpointRequest,
  options?: OperationOptions,
): Promise<CreateEndpointResult> {
  return callOperation<CreateEndpointResult>(
    client,
    { operation: "createEndpoint", method: "POST", path: "/gpus/v2/endpoints" },
    { body, options },
  );
}

/**
 * Get one endpoint.
 *
 * Returns one serverless endpoint with its workers. Values of environment variables come back in
 * clear: do not log the response.
 *
 * Makes one request.
 *
 * @param id - Identifier of the endpoint.
 * @throws UsageError before any request; ApiError (AuthenticationError, PermissionError,
 * NotFoundError, RateLimitError …) if the service refuses; the other errors of a call.
 * @see https://ppio.com/docs/gpus/endpoint/reference-v2-get-endpoint.md
 */
export function getEndpoint(
  client: PpioGpuClient,
  id: string,
  options?: OperationOptions,
): Promise<Endpoint> {
  return callOperation<Endpoint>(
    client,
    { operation: "getEndpoint", method: "GET", path: "/gpus/v2/endpoints/{endpoint_id}" },
    { path: { endpoint_id: id }, options },
  );
}

/**
 * Change an endpoint.
 *
 * Changes an endpoint. Not documented: whether a field that is left out keeps its value, and
 * whether a list that is given (`envs`, `ports`, `volumes`) takes the place of the stored one.
 * Reading the endpoint and sending all of it is the cautious way. There is no version to send
 * along: sent again, a request can undo what somebody else has written in between.
 *
 * Makes one request. Sending it twice acts twice, so it is not sent again if its outcome is
 * unknown.
 *
 * @param id - Identifier of the endpoint.
 * @param body - What to change.
 * @throws UsageError before any request; ApiError (AuthenticationError, PermissionError,
 * NotFoundError, RateLimitError …) if the service refuses; the other errors of a call.
 * @see https://ppinfra.mintlify.dev/docs/gpus/endpoint/reference-v2-update-endpoint
 */
export function updateEndpoint(
  client: PpioGpuClient,
  id: string,
  body: UpdateEndpointRequest,
  options?: OperationOptions,
): Promise<EmptyResponse> {
  return callOperation<EmptyResponse>(
    client,
    { operation: "updateEndpoint", method: "PUT", path: "/gpus/v2/endpoints/{endpoint_id}" },
    { path: { endpoint_id: id }, body, options },
  );
}

/**
 * Delete an endpoint.
 *
 * Deletes an endpoint and its workers. What happens to requests under way is not documented. Sent
 * again, it may find nothing (404); that it can hit nothing else is inferred, because the service
 * assigns the identifiers and no page says that one is used twice.
 *
 * Makes one request.
 *
 * @param id - Identifier of the endpoint.
 * @throws UsageError before any request; ApiError (AuthenticationError, PermissionError,
 * NotFoundError, RateLimitError …) if the service refuses; the other errors of a call.
 * @see https://novita.ai/docs/de/api-reference/gpus-v2-delete-endpoint.md
 */
export function deleteEndpoint(
  client: PpioGpuClient,
  id: string,
  options?: OperationOptions,
): Promise<EmptyResponse> {
  return callOperation<EmptyResponse>(
    client,
    { operation: "deleteEndpoint", method: "DELETE", path: "/gpus/v2/endpoints/{endpoint_id}" },
    { path: { endpoint_id: id }, options },
  );
}

/**
 * Save an instance as an image.
 *
 * Starts a job that saves the container of an instance as an image and stores it under the given
 * address. The response holds the identifier of the job: read it until `status.status` is
 * `Succeeded` or `status.error` is set, and limit the wait. Which states of the instance allow it
 * is not documented. Sent again, it starts one more job.
 *
 * Makes one request.
 *
 * @param body - What to save, and where.
 * @throws UsageError before any request; ApiError (AuthenticationError, PermissionError,
 * NotFoundError, RateLimitError …) if the service refuses; the other errors of a call.
 * @see https://ppio.com/docs/gpus/job/reference-v2-save-image
 */
export function saveImage(
  client: PpioGpuClient,
  body: SaveImageBody,
  options?: OperationOptions,
): Promise<SaveImageResult> {
  return callOperation<SaveImageResult>(
    client,
    { operation: "saveImage", method: "POST", path: "/gpus/v2/jobs/save-image" },
    { body, options },
  );
}

/**
 * Get one job.
 *
 * Returns one job. Poll it to learn whether the work is done; of the states only `Succeeded` was
 * seen, and a failure stands in `status.error`. Limit the wait. What follows `status` in the
 * response was not seen.
 *
 * Makes one request.
 *
 * @param id - Identifier of the job.
 * @throws UsageError before any request; ApiError (AuthenticationError, PermissionError,
 * NotFoundError, RateLimitError …) if the service refuses; the other errors of a call.
 * @see https://ppinfra.mintlify.dev/docs/gpus/job/reference-v2-get-job.md
 */
export function getJob(
  client: PpioGpuClient,
  id: string,
  options?: OperationOptions,
): Promise<Job> {
  return callOperation<Job>(
    client,
    { operation: "getJob", method: "GET", path: "/gpus/v2/jobs/{job_id}" },
    { path: { job_id: id }, options },
  );
}

/**
 * Stop a job.
 *
 * Stops a job that is under way. What becomes of what it has done so far, and what the service
 * returns when the job is over already, is not documented. No operation starts a stopped job again,
 * so that sending this again undoes nothing. The verb is POST, unlike that of the actions on
 * instances.
 *
 * Makes one request. Safe to repeat: it is sent again if its outcome is unknown.
 *
 * @param id - Identifier of the job.
 * @throws UsageError before any request; ApiError (AuthenticationError, PermissionError,
 * NotFoundError, RateLimitError …) if the service refuses; the other errors of a call.
 * @see https://novita.ai/docs/fr/api-reference/gpus-v2-break-job.md
 */
export function stopJob(
  client: PpioGpuClient,
  id: string,
  options?: OperationOptions,
): Promise<EmptyResponse> {
  return callOperation<EmptyResponse>(
    client,
    { operation: "stopJob", method: "POST", path: "/gpus/v2/jobs/{job_id}/stop" },
    { path: { job_id: id }, options },
  );
}

/**
 * Delete an image.
 *
 * Deletes an image. Whether one that is in use can be deleted is not documented. Neither is what
 * the identifier of an image is: should it be a name that can be given again, the same request sent
 * again can delete a newer image.
 *
 * Makes one request. Sending it twice acts twice, so it is not sent again if its outcome is
 * unknown.
 *
 * @param id - Identifier of the image.
 * @throws UsageError before any request; ApiError (AuthenticationError, PermissionError,
 * NotFoundError, RateLimitError …) if the service refuses; the other errors of a call.
 * @see https://novita.ai/docs/es/api-reference/gpus-v2-delete-image.md
 */
export function deleteImage(
  client: PpioGpuClient,
  id: string,
  options?: OperationOptions,
): Promise<EmptyResponse> {
  return callOperation<EmptyResponse>(
    client,
    { operation: "deleteImage", method: "DELETE", path: "/gpus/v2/images/{image_id}" },
    { path: { image_id: id }, options },
  );
}

/**
 * Create an image prewarm task.
 *
 * Starts to bring an image close to the machines of a region, so that instances start sooner. The
 * response was not seen: look for the task in the list. A repeated request creates one more task.
 *
 * Makes one request.
 *
 * @param body - The image, and where it is to be.
 * @throws UsageError before any request; ApiError (AuthenticationError, PermissionError,
 * RateLimitError …) if the service refuses; the other errors of a call.
 * @see https://ppinfra.mintlify.dev/docs/gpus/image/reference-v2-create-image-prewarm.md
 */
export function createImagePrewarmTask(
  client: PpioGpuClient,
  body: CreateImagePrewarmTaskRequest,
  options?: OperationOptions,
): Promise<CreateImagePrewarmTaskResult> {
  return callOperation<CreateImagePrewarmTaskResult>(
    client,
    { operation: "createImagePrewarmTask", method: "POST", path: "/gpus/v2/prewarm-tasks" },
    { body, options },
  );
}

/**
 * Delete image prewarm tasks.
 *
 * Deletes several prewarm tasks at once. The identifiers stand in the body, although the verb is
 * DELETE: OpenAPI gives such a body no meaning, and proxies on the way may drop it. What an unknown
 * identifier among them does is not documented. Sent again, it can hit nothing else; that is
 * inferred, because the service assigns the identifiers and no page says that one is used twice.
 *
 * Makes one request.
 *
 * @param body - The tasks to delete.
 * @throws UsageError before any request; ApiError (AuthenticationError, PermissionError,
 * RateLimitError …) if the service refuses; the other errors of a call.
 * @see https://novita.ai/docs/es/api-reference/gpus-v2-delete-image-prewarm.md
 */
export function deleteImagePrewarmTasks(
  client: PpioGpuClient,
  body: DeleteImagePrewarmTasksBody,
  options?: OperationOptions,
): Promise<EmptyResponse> {
  return callOperation<EmptyResponse>(
    client,
    { operation: "deleteImagePrewarmTasks", method: "DELETE", path: "/gpus/v2/prewarm-tasks" },
    { body, options },
  );
}

/**
 * Get one image prewarm task.
 *
 * Returns one prewarm task. On its own page only `task_id`, `name` and `image` were seen; the rest
 * is taken from the items of the list.
 *
 * Makes one request.
 *
 * @param id - Identifier of the prewarm task.
 * @throws UsageError before any request; ApiError (AuthenticationError, PermissionError,
 * NotFoundError, RateLimitError …) if the service refuses; the other errors of a call.
 * @see https://novita.ai/docs/fr/api-reference/gpus-v2-get-image-prewarm.md
 */
export function getImagePrewarmTask(
  client: PpioGpuClient,
  id: string,
  options?: OperationOptions,
): Promise<ImagePrewarmTask> {
  return callOperation<ImagePrewarmTask>(
    client,
    { operation: "getImagePrewarmTask", method: "GET", path: "/gpus/v2/prewarm-tasks/{task_id}" },
    { path: { task_id: id }, options },
  );
}

/**
 * Create a template.
 *
 * Creates a template. The response holds the identifier alone. Nothing is said about names being
 * unique, and a repeated request creates one more.
 *
 * Makes one request.
 *
 * @param body - The template to create.
 * @throws UsageError before any request; ApiError (AuthenticationError, PermissionError,
 * RateLimitError …) if the service refuses; the other errors of a call.
 * @see https://ppinfra.mintlify.dev/docs/gpus/template/reference-v2-create-template
 */
export function createTemplate(
  client: PpioGpuClient,
  body: CreateTemplateRequest,
  options?: OperationOptions,
): Promise<CreateTemplateResult> {
  return callOperation<CreateTemplateResult>(
    client,
    { operation: "createTemplate", method: "POST", path: "/gpus/v2/templates" },
    { body, options },
  );
}

/**
 * Get one template.
 *
 * Returns one template. To read a template of the community, send `is_community`; what it does to
 * the account's own templates is not documented. Values of environment variables come back in
 * clear.
 *
 * Makes one request.
 *
 * @param id - Identifier of the template.
 * @throws UsageError before any request; ApiError (AuthenticationError, PermissionError,
 * NotFoundError, RateLimitError …) if the service refuses; the other errors of a call.
 * @see https://ppio.com/docs/gpus/template/reference-v2-get-template
 */
export function getTemplate(
  client: PpioGpuClient,
  id: string,
  query?: GetTemplateQuery,
  options?: OperationOptions,
): Promise<Template> {
  return callOperation<Template>(
    client,
    { operation: "getTemplate", method: "GET", path: "/gpus/v2/templates/{template_id}" },
    { path: { template_id: id }, query, options },
  );
}

/**
 * Change a template.
 *
 * Changes a template. Not documented: whether a field that is left out keeps its value, and whether
 * a list that is given (`ports`, `envs`) takes the place of the stored one. Reading the template
 * and sending all of it is the cautious way. There is no version to send along: sent again, a
 * request can undo what somebody else has written in between.
 *
 * Makes one request. Sending it twice acts twice, so it is not sent again if its outcome is
 * unknown.
 *
 * @param id - Identifier of the template.
 * @param body - What to change.
 * @throws UsageError before any request; ApiError (AuthenticationError, PermissionError,
 * NotFoundError, RateLimitError …) if the service refuses; the other errors of a call.
 * @see https://novita.ai/docs/api-reference/gpus-v2-update-template
 */
export function updateTemplate(
  client: PpioGpuClient,
  id: string,
  body: UpdateTemplateRequest,
  options?: OperationOptions,
): Promise<UnseenResponse> {
  return callOperation<UnseenResponse>(
    client,
    { operation: "updateTemplate", method: "PUT", path: "/gpus/v2/templates/{template_id}" },
    { path: { template_id: id }, body, options },
  );
}

/**
 * Delete a template.
 *
 * Deletes a template. Sent again, it may find nothing (404); that it can hit nothing else is
 * inferred, because the service assigns the identifiers and no page says that one is used twice.
 *
 * Makes one request.
 *
 * @param id - Identifier of the template.
 * @throws UsageError before any request; ApiError (AuthenticationError, PermissionError,
 * NotFoundError, RateLimitError …) if the service refuses; the other errors of a call.
 * @see https://novita.ai/docs/de/api-reference/gpus-v2-delete-template
 */
export function deleteTemplate(
  client: PpioGpuClient,
  id: string,
  options?: OperationOptions,
): Promise<UnseenResponse> {
  return callOperation<UnseenResponse>(
    client,
    { operation: "deleteTemplate", method: "DELETE", path: "/gpus/v2/templates/{template_id}" },
    { path: { template_id: id }, options },
  );
}

/**
 * Create a network.
 *
 * Creates a private network (VPC) in a region. The response was not seen: look for the network in
 * the list. A repeated request may create one more; whether names are unique is not documented.
 *
 * Makes one request.
 *
 * @param body - The network to create.
 * @throws UsageError before any request; ApiError (AuthenticationError, PermissionError,
 * RateLimitError …) if the service refuses; the other errors of a call.
 * @see https://novita.ai/docs/de/api-reference/gpus-v2-create-vpc.md
 */
export function createNetwork(
  client: PpioGpuClient,
  body: CreateNetworkBody,
  options?: OperationOptions,
): Promise<CreateNetworkResult> {
  return callOperation<CreateNetworkResult>(
    client,
    { operation: "createNetwork", method: "POST", path: "/gpus/v2/networks" },
    { body, options },
  );
}

/**
 * Get one network.
 *
 * Returns one private network (VPC). What follows `status` in the response was not seen.
 *
 * Makes one request.
 *
 * @param id - Identifier of the network. Unlike all other identifiers, it has no documented length.
 * @throws UsageError before any request; ApiError (AuthenticationError, PermissionError,
 * NotFoundError, RateLimitError …) if the service refuses; the other errors of a call.
 * @see https://ppio.com/docs/gpus/vpc/reference-v2-get-vpc.md
 */
export function getNetwork(
  client: PpioGpuClient,
  id: string,
  options?: OperationOptions,
): Promise<Network> {
  return callOperation<Network>(
    client,
    { operation: "getNetwork", method: "GET", path: "/gpus/v2/networks/{network_id}" },
    { path: { network_id: id }, options },
  );
}

/**
 * Rename a network.
 *
 * Renames a private network (VPC). Sent again, it can undo a change by somebody else.
 *
 * Makes one request. Sending it twice acts twice, so it is not sent again if its outcome is
 * unknown.
 *
 * @param id - Identifier of the network. Unlike all other identifiers, it has no documented length.
 * @param body - The new name.
 * @throws UsageError before any request; ApiError (AuthenticationError, PermissionError,
 * NotFoundError, RateLimitError …) if the service refuses; the other errors of a call.
 * @see https://novita.ai/docs/api-reference/gpus-v2-update-vpc
 */
export function updateNetwork(
  client: PpioGpuClient,
  id: string,
  body: UpdateNetworkBody,
  options?: OperationOptions,
): Promise<UnseenResponse> {
  return callOperation<UnseenResponse>(
    client,
    { operation: "updateNetwork", method: "PUT", path: "/gpus/v2/networks/{network_id}" },
    { path: { network_id: id }, body, options },
  );
}

/**
 * Delete a network.
 *
 * Deletes a private network (VPC). Whether one that instances are attached to can be deleted is not
 * documented. Sent again, it may find nothing (404); that it can hit nothing else is inferred,
 * because the service assigns the identifiers and no page says that one is used twice.
 *
 * Makes one request.
 *
 * @param id - Identifier of the network. Unlike all other identifiers, it has no documented length.
 * @throws UsageError before any request; ApiError (AuthenticationError, PermissionError,
 * NotFoundError, RateLimitError …) if the service refuses; the other errors of a call.
 * @see https://novita.ai/docs/de/api-reference/gpus-v2-delete-vpc.md
 */
export function deleteNetwork(
  client: PpioGpuClient,
  id: string,
  options?: OperationOptions,
): Promise<EmptyResponse> {
  return callOperation<EmptyResponse>(
    client,
    { operation: "deleteNetwork", method: "DELETE", path: "/gpus/v2/networks/{network_id}" },
    { path: { network_id: id }, options },
  );
}
