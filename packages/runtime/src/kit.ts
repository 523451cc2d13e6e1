export { checkOptions, type MaybeUndefined, type OptionNames, refuse } from "./base/options.js";
export { sleep, type TimeLimit, withTimeLimit } from "./base/time.js";
export {
  type ApiClientOptions,
  type ApiClientRules,
  type ApiCredential,
  type ApiService,
  createApiClient,
  type ServerVariable,
} from "./client/api-client.js";
export type { CloudClient } from "./client/cloud-client.js";
export { type ClientSettings, createClient } from "./client/create-client.js";
export { checkText, environment, readCredential } from "./client/credential.js";
export { callOperation, type OperationInput, type OperationRule } from "./client/operation.js";
export {
  abortableOptionNames,
  checkCallOptions,
  sharedClientOptionNames,
} from "./client/options.js";
export {
  addEntries,
  applyEntriesPlan,
  editEntries,
  editLists,
  ensureEntries,
  planEntries,
  removeEntries,
  replaceEntries,
  verifyEntries,
} from "./edits/functions.js";
export { withLock } from "./edits/lock.js";
export type { AnyEditOptions, ListsEditResult } from "./edits/options.js";
export type { EditTarget, ResourceId } from "./edits/resource.js";
export type {
  EntriesRule,
  Entry,
  FieldRule,
  KeptField,
  ObjectRule,
  PutRule,
  SharedPlace,
  WriteRule,
} from "./edits/rule.js";
export * from "./index.js";
export { type AnyClient, createList, type ListRequest } from "./lists/create-list.js";
export type {
  CursorRule,
  LinkRule,
  ListRule,
  OffsetRule,
  PageRule,
  PaginationRule,
  RequestPlace,
  ResponsePlace,
  SingleRule,
} from "./lists/pagination-rule.js";
export type { Fields } from "./lists/places.js";
export type { ApiRules, ErrorEnvelope } from "./transport/api-rules.js";
export type { Authorize, Outgoing } from "./transport/call.js";
export {
  type PollCall,
  type Polled,
  type Vanishing,
  type Waiting,
  waitForState,
  waitUntilGone,
} from "./wait/wait.js";
