import type { JsonObject } from "@cloud-clients/openapi-model";
import type { IncomingRequest } from "../engine/http/incoming-request.js";

/**
 * What a request would have to send to be let in, in words; undefined when it sends enough. Any credential
 * that is not empty is taken.
 *
 * @param requirements of the operation: any of them will do, each with all of its schemes
 * @param schemes of the document, by name
 */
export function missingCredential(
  requirements: readonly JsonObject[],
  schemes: Readonly<Record<string, JsonObject>>,
  request: IncomingRequest,
): string | undefined {
  const wanting = requirements.map((requirement) =>
    Object.keys(requirement).flatMap((name) => {
      const proof = proofBy(schemes[name] ?? {});
      return proof.isIn(request) ? [] : [proof.words];
    }),
  );
  if (wanting.some((words) => words.length === 0)) return undefined;
  return wanting.map((words) => words.join(" and ")).join(", or ");
}

/** A credential that is taken, as curl sends it: `-H 'X-Api-Key: any'`, or a part of the query. */
export interface SampleCredential {
  readonly options: readonly string[];
  readonly query: readonly string[];
}

/** Credentials that let a request in. */
export function sampleCredential(
  requirements: readonly JsonObject[],
  schemes: Readonly<Record<string, JsonObject>>,
): SampleCredential {
  const [first = {}] = requirements;
  const samples = Object.keys(first).map((name) => proofBy(schemes[name] ?? {}).sample);
  return {
    options: samples.flatMap(({ header }) => (header === undefined ? [] : [`-H '${header}'`])),
    query: samples.flatMap(({ query }) => query ?? []),
  };
}

/** How a scheme shows who calls. */
interface Proof {
  readonly words: string;
  readonly sample: { readonly header?: string; readonly query?: string };
  isIn(request: IncomingRequest): boolean;
}

function proofBy(scheme: JsonObject): Proof {
  const { type } = scheme;
  if (type === "apiKey") return keyIn(String(scheme.in), String(scheme.name));
  if (type === "http") return authorization(String(scheme.scheme));
  if (type === "oauth2" || type === "openIdConnect") return authorization("bearer");
  // What the connection itself proves (mutual TLS) is not looked at.
  return { words: "", sample: {}, isIn: () => true };
}

function authorization(scheme: string): Proof {
  const name = `${scheme.charAt(0).toUpperCase()}${scheme.slice(1)}`;
  return {
    words: `Authorization: ${name} …`,
    sample: { header: `Authorization: ${name} any-key` },
    isIn: ({ headers }) => {
      const [given = "", ...rest] = (headers.get("authorization") ?? "").split(" ");
      return given.toLowerCase() === scheme.toLowerCase() && rest.join("").trim() !== "";
    },
  };
}

function keyIn(place: string, name: string): Proof {
  if (place === "query") {
    return {
      words: `the query parameter ${name}`,
      sample: { query: `${encodeURIComponent(name)}=any-key` },
      isIn: ({ url }) => (url.searchParams.get(name) ?? "") !== "",
    };
  }
  if (place === "cookie") {
    return {
      words: `the cookie ${name}`,
      sample: { header: `Cookie: ${name}=any-key` },
      isIn: ({ headers }) =>
        (headers.get("cookie") ?? "").split(";").some((each) => {
          const [key = "", value = ""] = each.split("=");
          return key.trim() === name && value !== "";
        }),
    };
  }
  return {
    words: `the header ${name}`,
    sample: { header: `${name}: any-key` },
    isIn: ({ headers }) => (headers.get(name) ?? "") !== "",
  };
}
