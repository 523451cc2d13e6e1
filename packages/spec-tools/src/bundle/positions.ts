/** What stands at a place of an OpenAPI document, as far as it matters for a reference there. */
export type Kind = keyof typeof children;

const shared = "*";

/** What the keys of a thing hold; `*` is any other key, or any item of a list. */
const children = {
  root: { paths: "paths", webhooks: "paths", components: "components" },
  components: {
    schemas: "schemas",
    responses: "responses",
    parameters: "parameters",
    examples: "examples",
    requestBodies: "requestBodies",
    headers: "headers",
    securitySchemes: "securitySchemes",
    links: "links",
    callbacks: "callbacks",
    pathItems: "paths",
  },
  paths: { "*": "pathItem" },
  pathItem: {
    parameters: "parameters",
    get: "operation",
    put: "operation",
    post: "operation",
    delete: "operation",
    patch: "operation",
    head: "operation",
    options: "operation",
    trace: "operation",
  },
  operation: {
    parameters: "parameters",
    requestBody: "requestBody",
    responses: "responses",
    callbacks: "callbacks",
  },
  parameters: { "*": "parameter" },
  parameter: { schema: "schema", examples: "examples", content: "content" },
  requestBodies: { "*": "requestBody" },
  requestBody: { content: "content" },
  content: { "*": "mediaType" },
  mediaType: { schema: "schema", examples: "examples", encoding: "encodings" },
  encodings: { "*": "encoding" },
  encoding: { headers: "headers" },
  responses: { "*": "response" },
  response: { headers: "headers", content: "content", links: "links" },
  headers: { "*": "header" },
  header: { schema: "schema", examples: "examples", content: "content" },
  examples: { "*": "example" },
  example: {},
  links: { "*": "link" },
  link: {},
  callbacks: { "*": "callback" },
  callback: { "*": "pathItem" },
  securitySchemes: { "*": "securityScheme" },
  securityScheme: {},
  schemas: { "*": "schema" },
  schema: {
    properties: "schemas",
    patternProperties: "schemas",
    dependentSchemas: "schemas",
    $defs: "schemas",
    definitions: "schemas",
    items: "schema",
    prefixItems: "schemas",
    additionalProperties: "schema",
    unevaluatedProperties: "schema",
    unevaluatedItems: "schema",
    propertyNames: "schema",
    contains: "schema",
    allOf: "schemas",
    anyOf: "schemas",
    oneOf: "schemas",
    not: "schema",
    if: "schema",
    // biome-ignore lint/suspicious/noThenProperty: JSON Schema's keyword
    then: "schema",
    else: "schema",
    discriminator: "discriminator",
  },
  discriminator: { mapping: "mapping" },
  mapping: {},
  /** An extension, an example's value, or what no specification knows. */
  other: {},
} as const;

const known: Record<string, Readonly<Record<string, string>>> = children;

/** The sections of `components`, by what they hold. */
const sections: Partial<Record<Kind, string>> = {
  schema: "schemas",
  response: "responses",
  parameter: "parameters",
  example: "examples",
  requestBody: "requestBodies",
  header: "headers",
  securityScheme: "securitySchemes",
  link: "links",
  callback: "callbacks",
};

/** What stands under a key (or at an index) of a thing. */
export function kindBelow(kind: Kind, key: string | number): Kind {
  const own = known[kind] ?? {};
  const found = Object.hasOwn(own, key) && key !== shared ? own[key] : own[shared];
  return isKind(found) ? found : "other";
}

function isKind(kind: string | undefined): kind is Kind {
  return kind !== undefined && Object.hasOwn(children, kind);
}

/** The section of `components` that holds such things; nothing for what is written out where it is used. */
export function sectionOf(kind: Kind): string | undefined {
  return sections[kind];
}
