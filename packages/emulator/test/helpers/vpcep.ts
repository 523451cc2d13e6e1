import type { Fetch } from "../../src/index.js";

const base = "https://vpcep.cn-north-4.myhuaweicloud.com/v1/project-1";

/** A request as a client would send it: with a token, and JSON when there is a body. */
export function callVpcep(
  fetch: Fetch,
  method: string,
  path: string,
  body?: unknown,
  init: RequestInit = {},
): Promise<Response> {
  return fetch(`${base}${path}`, {
    method,
    headers: { "x-auth-token": "test-token", "content-type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...init,
  });
}

/** Status and error code of a response in the nested form. */
export async function readRefusal(response: Response): Promise<[number, string]> {
  const body = (await response.json()) as { error: { code: string } };
  return [response.status, body.error.code];
}
