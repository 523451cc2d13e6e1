import type { OpenApiDocument, Reference } from "./openapi-types.js";

/** A node of the document together with the JSON pointer that leads to it. */
export interface Located<Node> {
  readonly node: Node;
  readonly pointer: string;
}

/** Appends keys to a JSON pointer, escaped as RFC 6901 asks. */
export function pointTo(pointer: string, ...keys: readonly (string | number)[]): string {
  return keys.reduce<string>(
    (path, key) => `${path}/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`,
    pointer,
  );
}

/** Follows `$ref`s inside the document until a node without one is reached. */
export function follow<Node extends object>(
  document: OpenApiDocument,
  node: Node | Reference,
  pointer: string,
): Located<Node> {
  let located: Located<unknown> = { node, pointer };
  for (let hops = 0; isReference(located.node); hops += 1) {
    if (hops > 50) throw new Error(`${pointer}: $ref goes in circles`);
    located = lookUp(document, located.node.$ref, located.pointer);
  }
  return located as Located<Node>;
}

function lookUp(document: OpenApiDocument, ref: string, from: string): Located<unknown> {
  if (!ref.startsWith("#/")) throw new Error(`${from}: $ref ${ref} leads out of the bundle`);
  let node: unknown = document;
  for (const escaped of ref.slice(2).split("/")) {
    const key = decodeURIComponent(escaped).replaceAll("~1", "/").replaceAll("~0", "~");
    node = typeof node === "object" && node !== null ? Reflect.get(node, key) : undefined;
  }
  if (node === undefined) throw new Error(`${from}: $ref ${ref} leads nowhere`);
  return { node, pointer: ref.slice(1) };
}

function isReference(node: unknown): node is Reference {
  return typeof node === "object" && node !== null && typeof Reflect.get(node, "$ref") === "string";
}
