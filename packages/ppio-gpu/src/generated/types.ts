// Written by "npx --yes pnpm@10 generate" from specs/ppio-gpu/openapi.yaml. Do not edit.
import type { CloudClient, MaybeUndefined } from "@cloud-clients/runtime/kit";
import type { operations, paths } from "./schema.js";

export type {
  AutoMigrate,
  CreateEndpointRequest,
  CreateImagePrewarmTaskRequest,
  CreateInstanceRequest,
  CreateTemplateRequest,
  EmptyResponse,
  Endpoint,
  EndpointVolume,
  EndpointWorker,
  EnvironmentSetting,
  EnvironmentVariable,
  ErrorType,
  HealthCheck,
  Image,
  ImagePrewarmTask,
  Instance,
  InstanceBilling,
  InstanceDetail,
  InstancePricing,
  InstanceStatus,
  InstanceTools,
  Job,
  MigrationSettings,
  Network,
  NetworkAttachment,
  Port,
  PortInput,
  PortSetting,
  Product,
  ProductPricing,
  ProductSpecs,
  Region,
  ResourceSpecs,
  ResourceStatus,
  ScalingPolicy,
  Template,
  TemplateMetadata,
  UnseenResponse,
  UpdateEndpointRequest,
  UpdateTemplateRequest,
  UpgradeInstanceRequest,
  VolumeMount,
  WorkerConfig,
  components,
  operations,
  paths,
} from "./schema.js";

/** The same type; an interface can extend it, and give it a name. */
type Named<Type> = Type;

/** A client for PPIO GPU API v2. */
export interface PpioGpuClient extends CloudClient<paths> {}

/** Query parameters of listInstances. */
export interface ListInstancesQuery
  extends MaybeUndefined<Omit<NonNullable<operations["listInstances"]["parameters"]["query"]>, "cursor">> {}

/** What was created. That its identifier is always there is taken to be so. */
export interface CreateInstanceResult
  extends Named<operations["createInstance"]["responses"][200]["content"]["application/json"]> {}

/** How long to prolong. */
export interface RenewInstanceBody
  extends Named<NonNullable<operations["renewInstance"]["requestBody"]>["content"]["application/json"]> {}

/** How to renew. */
export interface SetInstanceAutoRenewBody
  extends Named<NonNullable<operations["setInstanceAutoRenew"]["requestBody"]>["content"]["application/json"]> {}

/** How to pay. */
export interface UpdateInstanceBillingModeBody
  extends Named<NonNullable<operations["updateInstanceBillingMode"]["requestBody"]>["content"]["application/json"]> {}

/** How to migrate; an empty object is enough. Whether there are further members was not seen. */
export interface MigrateInstanceBody
  extends Named<NonNullable<operations["migrateInstance"]["requestBody"]>["content"]["application/json"]> {}

/** How to migrate. */
export interface SetInstanceAutoMigrateBody
  extends Named<NonNullable<operations["setInstanceAutoMigrate"]["requestBody"]>["content"]["application/json"]> {}

/** By how much to enlarge. */
export interface ExpandInstanceRootfsBody
  extends Named<NonNullable<operations["expandInstanceRootfs"]["requestBody"]>["content"]["application/json"]> {}

/** On or off. */
export interface SetInstanceWebTerminalBody
  extends Named<NonNullable<operations["setInstanceWebTerminal"]["requestBody"]>["content"]["application/json"]> {}

/** Query parameters of listEndpoints. */
export interface ListEndpointsQuery
  extends MaybeUndefined<Omit<NonNullable<operations["listEndpoints"]["parameters"]["query"]>, "cursor">> {}

/** What was created. That its identifier is always there is taken to be so. */
export interface CreateEndpointResult
  extends Named<operations["createEndpoint"]["responses"][200]["content"]["application/json"]> {}

/** Query parameters of listJobs. */
export interface ListJobsQuery
  extends MaybeUndefined<Omit<NonNullable<operations["listJobs"]["parameters"]["query"]>, "cursor">> {}

/** What to save, and where. */
export interface SaveImageBody
  extends Named<NonNullable<operations["saveImage"]["requestBody"]>["content"]["application/json"]> {}

/** What was started. That its identifier is always there is taken to be so. */
export interface SaveImageResult
  extends Named<operations["saveImage"]["responses"][200]["content"]["application/json"]> {}

/** Query parameters of listImages. */
export interface ListImagesQuery
  extends MaybeUndefined<Omit<NonNullable<operations["listImages"]["parameters"]["query"]>, "cursor">> {}

/** Query parameters of listImagePrewarmTasks. */
export interface ListImagePrewarmTasksQuery
  extends MaybeUndefined<Omit<NonNullable<operations["listImagePrewarmTasks"]["parameters"]["query"]>, "cursor">> {}

/**
 * Not seen, so left open. The other creations respond with an identifier, each under another name.
 */
export interface CreateImagePrewarmTaskResult
  extends Named<operations["createImagePrewarmTask"]["responses"][200]["content"]["application/json"]> {}

/** The tasks to delete. */
export interface DeleteImagePrewarmTasksBody
  extends Named<NonNullable<operations["deleteImagePrewarmTasks"]["requestBody"]>["content"]["application/json"]> {}

/** Query parameters of listTemplates. */
export interface ListTemplatesQuery
  extends MaybeUndefined<Omit<NonNullable<operations["listTemplates"]["parameters"]["query"]>, "cursor">> {}

/** What was created. That its identifier is always there is taken to be so. */
export interface CreateTemplateResult
  extends Named<operations["createTemplate"]["responses"][200]["content"]["application/json"]> {}

/** Query parameters of getTemplate. */
export interface GetTemplateQuery
  extends MaybeUndefined<NonNullable<operations["getTemplate"]["parameters"]["query"]>> {}

/** Query parameters of listNetworks. */
export interface ListNetworksQuery
  extends MaybeUndefined<Omit<NonNullable<operations["listNetworks"]["parameters"]["query"]>, "cursor">> {}

/** The network to create. */
export interface CreateNetworkBody
  extends Named<NonNullable<operations["createNetwork"]["requestBody"]>["content"]["application/json"]> {}

/**
 * Not seen, so left open. The other creations respond with an identifier, each under another name.
 */
export interface CreateNetworkResult
  extends Named<operations["createNetwork"]["responses"][200]["content"]["application/json"]> {}

/** The new name. */
export interface UpdateNetworkBody
  extends Named<NonNullable<operations["updateNetwork"]["requestBody"]>["content"]["application/json"]> {}

/** Query parameters of listProducts. */
export interface ListProductsQuery
  extends MaybeUndefined<NonNullable<operations["listProducts"]["parameters"]["query"]>> {}

/** Query parameters of listRegions. */
export interface ListRegionsQuery
  extends MaybeUndefined<Omit<NonNullable<operations["listRegions"]["parameters"]["query"]>, "cursor">> {}
