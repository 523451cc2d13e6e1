export type { ApiName } from "./api-name.js";
export { type Clock, type ClockOptions, createClock } from "./clock.js";
export { createEmulator } from "./create-emulator.js";
export type { Emulator } from "./emulator.js";
export type {
  BodyFault,
  Fault,
  FaultByKind,
  IgnoreWriteFault,
  LatencyFault,
  RedirectFault,
  RepeatCursorFault,
  ResetFault,
  SecondWriterFault,
  StaleReadsFault,
  StatusFault,
  TruncateFault,
  When,
} from "./faults/fault.js";
export type { AddedFault, FaultRule, Faults } from "./faults/faults.js";
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
export type { PpioGpuState } from "./ppio-gpu/state.js";
export type {
  BillingMode,
  StoredInstance,
  StoredPort,
  StoredPrepaid,
  StoredPricing,
  StoredTools,
} from "./ppio-gpu/stored-instance.js";
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
