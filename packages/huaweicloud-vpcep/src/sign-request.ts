import type { Outgoing } from "@cloud-clients/runtime";
import { canonicalRequest } from "./canonical-request.js";

/** An access key pair of Huawei Cloud. */
export interface AccessKey {
  /** Access key id (AK). */
  id: string;
  /** Secret access key (SK). Never sent. */
  secret: string;
  /** Token of a temporary pair. */
  securityToken?: string;
}

const algorithm = "SDK-HMAC-SHA256";

/**
 * Signs a request with SDK-HMAC-SHA256, on WebCrypto. Makes no request.
 *
 * @param further - headers to add and sign, names in lower case.
 * @param now - time of the signature; the service refuses one that is 15 minutes off.
 * @returns the headers to add.
 * @see https://support.huaweicloud.com/intl/en-us/devg-apisign/api-sign-algorithm.html
 */
export async function signRequest(
  key: AccessKey,
  request: Outgoing,
  further: Record<string, string> = {},
  now: Date = new Date(),
): Promise<Record<string, string>> {
  const date = now.toISOString().replace(/[-:]|\.\d+/g, "");
  const added: Record<string, string> = { ...further, "x-sdk-date": date };
  if (key.securityToken) added["x-security-token"] = key.securityToken;
  const headers: Record<string, string> = { ...added, host: new URL(request.url).host };
  const contentType = request.headers["content-type"];
  if (contentType) headers["content-type"] = contentType;
  const body = typeof request.body === "string" ? request.body : "";
  const canonical = canonicalRequest({ ...request, headers, bodyHash: await sha256(body) });
  const signature = await hmac(key.secret, `${algorithm}\n${date}\n${await sha256(canonical)}`);
  const names = Object.keys(headers).sort().join(";");
  return {
    ...added,
    authorization: `${algorithm} Access=${key.id}, SignedHeaders=${names}, Signature=${signature}`,
  };
}

const utf8 = new TextEncoder();

async function sha256(text: string): Promise<string> {
  return hex(await crypto.subtle.digest("SHA-256", utf8.encode(text)));
}

async function hmac(secret: string, text: string): Promise<string> {
  const usage = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", utf8.encode(secret), usage, false, ["sign"]);
  return hex(await crypto.subtle.sign("HMAC", key, utf8.encode(text)));
}

function hex(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
