export { errorCodeProblems } from "./error-codes.js";
export { definedOnly, getAt, isObject, type JsonObject, listOf, strings } from "./json.js";
export { fromPointer, keysPointer, pointerKeys, toPointer } from "./json-pointer.js";
export {
  type FoundOperation,
  hasContent,
  isIdempotent,
  type JsonContent,
  jsonContent,
  jsonSchema,
  mayBeRepeated,
  methods,
  operationsOf,
  parametersOf,
  type RequestBody,
  readingOperation,
  requestBodyOf,
  requestSchema,
  responsesOf,
  securityOf,
  speaksJson,
  successResponse,
  successSchema,
} from "./operations.js";
export {
  type BodyPlace,
  type CursorPagination,
  type FixedValue,
  type LinkPagination,
  type NamedPlace,
  type OffsetPagination,
  type PagePagination,
  type Pagination,
  type Place,
  placeName,
  readPagination,
  type SinglePagination,
  type Spot,
} from "./pagination.js";
export { type Meaning, means } from "./pagination-names.js";
export type { Problem } from "./problem.js";
export { type Deref, derefIn, follow } from "./references.js";
export {
  isNullable,
  isPlainList,
  itemsOf,
  keywordOf,
  propertiesOf,
  propertyOf,
  requiredOf,
  schemaAt,
  typeOf,
  typesOf,
} from "./schemas.js";
export { readSecurity, type SchemeCredential, type Security, scopesOf } from "./security.js";
export { addressesOf, otherAddresses } from "./servers.js";
export {
  type Keys,
  type ReplacedList,
  type SharedField,
  type WriteSemantics,
  writeSemantics,
} from "./write-semantics.js";
