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
      !path.includes("{") &&
      ![...parameters.query, ...parameters.header].some(({ required }) => required),
  );
  const chosen = simple.find(({ pagination }) => pagination !== undefined) ?? simple[0];
  if (chosen === undefined) return undefined;
  const { options, query } = sampleCredential(chosen.security, securitySchemes);
  const search = query.length > 0 ? `?${query.join("&")}` : "";
  return [...options, `'${url}${chosen.path}${search}'`].join(" ");
}
