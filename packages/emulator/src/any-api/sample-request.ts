import type { Operation, Parameters } from "../engine/spec/operations.js";
import type { Specification } from "../engine/spec/specification.js";
import { sampleCredential } from "./credentials.js";

/**
 * A request that needs nothing to be known, for people to try, as what follows `curl`: a list before
 * anything else. Undefined when every operation needs an id or more.
 */
export function sampleRequest(
  { operations, securitySchemes }: Specification,
  url: string,
): string | undefined {
  const simple = operations.filter(
    ({ method, path, parameters }) =>
      method === "get" &&
      !filled(path, parameters).includes("{") &&
      ![...parameters.query, ...parameters.header].some(({ required }) => required),
  );
  const chosen = simple.find(({ pagination }) => pagination !== undefined) ?? simple[0];
  if (chosen === undefined) return undefined;
  const { options, query } = sampleCredential(chosen.security, securitySchemes);
  const parameters = [...shortPage(chosen), ...query];
  const search = parameters.length > 0 ? `?${parameters.join("&")}` : "";
  const path = filled(chosen.path, chosen.parameters);
  return [...options, `'${url}${path}${search}'`].join(" ");
}

/** What keeps the response short, where the list may have pages of two. */
function shortPage({ pagination }: Operation): string[] {
  const { limit } = pagination ?? {};
  if (limit?.in !== "query" || Number(limit.schema.minimum ?? 0) > 2) return [];
  return [`${encodeURIComponent(limit.name)}=2`];
}

/** A path with what the client, and not the call, knows: the id of a project. */
function filled(path: string, parameters: Parameters): string {
  const known = parameters.path.filter(({ ofClient }) => ofClient);
  return known.reduce((text, { name }) => text.replace(`{${name}}`, `my-${name}`), path);
}
