import { getAt, isObject, type JsonObject, strings } from "./json.js";
import { operationsOf, securityOf } from "./operations.js";
import { type Deref, derefIn } from "./references.js";

/** What a request carries to show who calls. */
export interface SchemeCredential {
  /** Name of its security scheme in the document. */
  readonly scheme: string;
  /**
   * A key in a header of its own; a key or an access token (OAuth 2, OpenID Connect) as bearer; or user name
   * and password.
   */
  readonly kind: "header" | "bearer" | "token" | "basic";
  /** The header that carries it, in lower case. */
  readonly header: string;
}

/** How the clients of an API show who calls. */
export interface Security {
  /**
   * The ways there are, in the document's order: the credentials of one of them are sent with every request.
   * None if no operation asks for a credential.
   */
  readonly ways: readonly (readonly SchemeCredential[])[];
  /** Whether every operation can be called without a credential, too. */
  readonly optional: boolean;
  /** Ways that no client of ours can go, though others remain: one line each. */
  readonly leftOut: readonly string[];
  /** Why no client can call some operation: one line each. */
  readonly problems: readonly string[];
}

/** Reads how the operations of a document may be called: by their own `security`, else the document's. */
export function readSecurity(document: JsonObject): Security {
  const deref = derefIn(document);
  const ways = new Map<string, readonly SchemeCredential[]>();
  const leftOut = new Set<string>();
  const problems = new Map<string, string>();
  let optional = true;
  for (const found of operationsOf(document.paths)) {
    const requirements = securityOf(found.operation, document);
    const read = requirements.map((requirement) => readWay(requirement, document, deref));
    const isOpen = requirements.length === 0 || read.some((one) => one.credentials?.length === 0);
    optional &&= isOpen;
    for (const { credentials, reason } of read) {
      if (credentials === undefined) leftOut.add(reason);
      else if (credentials.length > 0) ways.set(keyOf(credentials), credentials);
    }
    const [first] = read;
    if (isOpen || first === undefined || read.some((one) => one.credentials !== undefined))
      continue;
    const reason = first.reason ?? "";
    if (!problems.has(reason))
      problems.set(reason, `${String(found.operation.operationId)} cannot be called: ${reason}`);
  }
  return {
    ways: [...ways.values()],
    optional,
    leftOut: [...leftOut].filter((reason) => !problems.has(reason)),
    problems: [...problems.values()],
  };
}

/** The scopes that an access token needs for an operation, by each way to call it that asks for some. */
export function scopesOf(operation: JsonObject, document: JsonObject): string[][] {
  const deref = derefIn(document);
  const isToken = (scheme: string): boolean => {
    const type = getAt(deref(getAt(document, ["components", "securitySchemes", scheme])), ["type"]);
    return type === "oauth2" || type === "openIdConnect";
  };
  const ways = securityOf(operation, document).map((requirement) =>
    Object.entries(requirement).flatMap(([scheme, scopes]) =>
      isToken(scheme) ? strings(scopes) : [],
    ),
  );
  return ways.filter((scopes) => scopes.length > 0);
}

type Way =
  | { readonly credentials: readonly SchemeCredential[]; readonly reason?: undefined }
  | { readonly credentials?: undefined; readonly reason: string };

function readWay(requirement: JsonObject, document: JsonObject, deref: Deref): Way {
  const credentials: SchemeCredential[] = [];
  for (const scheme of Object.keys(requirement)) {
    const said = deref(getAt(document, ["components", "securitySchemes", scheme]));
    const credential = isObject(said) ? readScheme(scheme, said) : `${scheme} is not declared`;
    if (typeof credential === "string") return { reason: credential };
    const same = credentials.find(({ header }) => header === credential.header);
    if (same !== undefined) {
      return { reason: `${same.scheme} and ${scheme} would both be the header ${same.header}` };
    }
    credentials.push(credential);
  }
  return { credentials };
}

/** The credential of a scheme, or why no client of ours can send it. */
function readScheme(scheme: string, said: JsonObject): SchemeCredential | string {
  const { type, in: place, name } = said;
  const header = "authorization";
  if (type === "oauth2" || type === "openIdConnect") return { scheme, kind: "token", header };
  if (type === "http") {
    const kind = String(said.scheme).toLowerCase();
    if (kind === "bearer" || kind === "basic") return { scheme, kind, header };
    return `${scheme} is HTTP ${kind} authentication, which is computed for each request`;
  }
  if (type === "mutualTLS") return `${scheme} is mutual TLS, which the connection proves`;
  if (type !== "apiKey") return `${scheme} is of the unknown type ${String(type)}`;
  if (place === "query") {
    return `${scheme} is a key in the query, where logs of proxies and servers would show it`;
  }
  if (place === "cookie")
    return `${scheme} is a key in a cookie, which browsers let no program send`;
  if (place === "header" && typeof name === "string" && /^[A-Za-z0-9_-]{1,128}$/.test(name)) {
    return { scheme, kind: "header", header: name.toLowerCase() };
  }
  return `${scheme} is a key in a header whose name is not letters, digits, "_" and "-"`;
}

/** Ways that send the same are one, whatever the document calls their schemes. */
function keyOf(credentials: readonly SchemeCredential[]): string {
  return credentials
    .map(({ kind, header }) => `${kind} ${header}`)
    .sort()
    .join();
}
