export type { AnyApiOptions, StandInOptions } from "./any-api/service.js";
export type { ApiName, Emulator, KnownServices, OptionsOf, StateOf } from "./create-emulator.js";
export { apiNames, createEmulator } from "./create-emulator.js";
export { type Clock, type ClockOptions, createClock } from "./engine/clock.js";
export type { EmulatorOptions } from "./engine/engine-options.js";
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
} from "./engine/faults/fault.js";
export type { AddedFault, FaultRule, Faults } from "./engine/faults/faults.js";
export type { AllowedOrigins } from "./engine/http/allow-origins.js";
export type { Fetch } from "./engine/http/in-process-fetch.js";
export type { Listening, ListenOptions } from "./engine/http/listen.js";
export type { LoggedRequest } from "./engine/http/request-log.js";
export type { Random } from "./engine/random.js";
export type { RequestMatch } from "./engine/scheduler/request-match.js";
export type {
  HoldRule,
  RequestScheduler,
  StepResult,
  StopPoint,
  WaitingRequest,
} from "./engine/scheduler/request-scheduler.js";
export type { ServiceState } from "./engine/service.js";
export type { StandInState, Stock } from "./engine/stand-in-state.js";
export type {
  StoredPortMapping,
  StoredPublicService,
  StoredService,
} from "./huaweicloud-vpcep/endpoint-services.js";
export type { StoredEndpoint } from "./huaweicloud-vpcep/endpoints.js";
export type { StoredPermission } from "./huaweicloud-vpcep/permissions.js";
export type { VpcepOptions } from "./huaweicloud-vpcep/service.js";
export type { AccessKeySecret } from "./huaweicloud-vpcep/signatures.js";
export type { VpcepState } from "./huaweicloud-vpcep/state.js";
export type { StoredTag } from "./huaweicloud-vpcep/tags.js";
export type { BillingMode, StoredPrepaid, StoredPricing } from "./ppio-gpu/billing.js";
export type {
  StoredServerlessEndpoint,
  StoredWorker,
  StoredWorkerConfig,
} from "./ppio-gpu/endpoints.js";
export type { StoredImage } from "./ppio-gpu/images.js";
export type { StoredInstance, StoredTools } from "./ppio-gpu/instances.js";
export type { StoredJob } from "./ppio-gpu/jobs.js";
export type { StoredNetwork } from "./ppio-gpu/networks.js";
export type { StoredPort } from "./ppio-gpu/ports.js";
export type { StoredPrewarmTask } from "./ppio-gpu/prewarm-tasks.js";
export type {
  StoredGpuSpec,
  StoredProduct,
  StoredProductPrice,
  StoredProductPricing,
  StoredRegion,
} from "./ppio-gpu/products.js";
export type { PpioGpuOptions } from "./ppio-gpu/service.js";
export type { PpioGpuState } from "./ppio-gpu/state.js";
export type { StoredTemplate, StoredTemplateMetadata } from "./ppio-gpu/templates.js";
export type { Course, StoredStatus, Transition, TransitionKind } from "./ppio-gpu/world.js";
