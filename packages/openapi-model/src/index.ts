export { errorCodeProblems } from "./error-codes.js";
export { definedOnly, getAt, isObject, type JsonObject, listOf, strings } from "./json.js";
export { fromPointer, toPointer } from "./json-pointer.js";
export {
  type FoundOperation,
  hasContent,
  type JsonContent,
  jsonContent,
  mayBeRepeated,
  methods,
  operationsOf,
  parametersOf,
  readingOperation,
  requestSchema,
  successSchema,
} from "./operations.js";
export { paginationProblems } from "./pagination.js";
export type { Problem } from "./problem.js";
export { type Deref, derefIn, follow } from "./references.js";
export { isPlainList, propertiesOf, propertyOf, requiredOf, typeOf } from "./schemas.js";
export { writeProblems } from "./write-semantics.js";
