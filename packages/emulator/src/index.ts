export type { ApiName } from "./api-name.js";
export { type Clock, type ClockOptions, createClock } from "./clock.js";
export { createEmulator } from "./create-emulator.js";
export type { Emulator } from "./emulator.js";
export type {
  AlterWriteFault,
  BodyFault,
  Fault,
  FaultByKind,
  IgnoreWriteFault,
  LatencyFault,
  RedirectFault,
  RepeatCursorFault,
  ResetFault,
  ResetOmittedFault,
  SecondWriterFault,
  StaleReadsFault,
  StatusFault,
  StorePartlyFault,
  TruncateFault,
  When,
} from "./faults/fault.js";
export type { AddedFault, FaultRule, Faults } from "./faults/faults.js";
export type { AllowedOrigins } from "./http/allow-origins.js";
export type { Fetch } from "./http/in-process-fetch.js";
export type { Listening, ListenOptions } from "./http/listen.js";
export type { LoggedRequest } from "./http/request-log.js";
export type { VpcepState } from "./huaweicloud-vpcep/state.js";
export type { StoredEndpoint } from "./huaweicloud-vpcep/stored-endpoint.js";
export type { StoredPermission } from "./huaweicloud-vpcep/stored-permission.js";
export type {
  StoredPortMapping,
  StoredPublicService,
  StoredService,
  StoredTag,
} from "./huaweicloud-vpcep/stored-service.js";
export type { AccessKeySecret } from "./huaweicloud-vpcep/verify-signature.js";
export type { EmulatorOptions, PpioGpuOptions, VpcepOptions } from "./options.js";
export type { StoredRegion } from "./ppio-gpu/make-regions.js";
export type { PpioGpuState } from "./ppio-gpu/state.js";
export type { StoredImage } from "./ppio-gpu/stored-image.js";
export type {
  BillingMode,
  StoredInstance,
  StoredPort,
  StoredPrepaid,
  StoredPricing,
  StoredTools,
} from "./ppio-gpu/stored-instance.js";
export type { StoredJob } from "./ppio-gpu/stored-job.js";
export type { StoredNetwork } from "./ppio-gpu/stored-network.js";
export type { StoredPrewarmTask } from "./ppio-gpu/stored-prewarm-task.js";
export type {
  StoredGpuSpec,
  StoredProduct,
  StoredProductPrice,
  StoredProductPricing,
} from "./ppio-gpu/stored-product.js";
export type {
  StoredServerlessEndpoint,
  StoredWorker,
  StoredWorkerConfig,
} from "./ppio-gpu/stored-serverless-endpoint.js";
export type { StoredStatus } from "./ppio-gpu/stored-status.js";
export type { StoredTemplate, StoredTemplateMetadata } from "./ppio-gpu/stored-template.js";
export type { Course, Transition, TransitionKind } from "./ppio-gpu/transition.js";
export type { Random } from "./random.js";
export type { RequestMatch } from "./request-match.js";
export type {
  HoldRule,
  RequestScheduler,
  StepResult,
  StopPoint,
  WaitingRequest,
} from "./scheduler/request-scheduler.js";
export type { ServiceState } from "./service/service.js";
