import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingRequest } from "../http/incoming-request.js";
import { canonicalRequests } from "./canonical-request.js";

/** An access key: its secret, and the security token when it is a temporary one. */
export type AccessKeySecret = string | { readonly secret: string; readonly securityToken: string };

const algorithm = "SDK-HMAC-SHA256";
const form = new RegExp(`^${algorithm} Access=([^,]+), ?SignedHeaders=([^,]+), ?Signature=(\\w+)$`);
const maxSkewMs = 15 * 60_000;

/**
 * Checks the AK/SK signature of a request.
 *
 * @param now milliseconds since 1970; `X-Sdk-Date` must be within 15 minutes of it
 * @returns what is wrong in one line, `undefined` when the signature holds
 */
export function verifySignature(
  request: IncomingRequest,
  accessKeys: ReadonlyMap<string, AccessKeySecret>,
  now: number,
): string | undefined {
  const parts = form.exec(request.headers.get("authorization") ?? "");
  const [, id = "", names = "", signature = ""] = parts ?? [];
  if (!parts) return `Authorization must be "${algorithm} Access=…, SignedHeaders=…, Signature=…"`;
  const known = accessKeys.get(id);
  if (known === undefined) return `access key ${id} is not known`;
  const signedHeaders = names.split(";");
  if (!signedHeaders.includes("x-sdk-date")) return "X-Sdk-Date must be among the signed headers";
  const date = request.headers.get("x-sdk-date") ?? "";
  const wrongDate = checkDate(date, now);
  if (wrongDate !== undefined) return wrongDate;
  if (
    typeof known === "object" &&
    request.headers.get("x-security-token") !== known.securityToken
  ) {
    return `access key ${id} is temporary and needs its X-Security-Token`;
  }
  const secret = typeof known === "object" ? known.secret : known;
  const holds = canonicalRequests(request, signedHeaders).some((canonical) => {
    const digest = createHash("sha256").update(canonical).digest("hex");
    const toSign = [algorithm, date, digest].join("\n");
    return equal(signature, createHmac("sha256", secret).update(toSign).digest("hex"));
  });
  return holds ? undefined : "the signature does not fit the request";
}

function checkDate(date: string, now: number): string | undefined {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(date);
  if (!match) return "X-Sdk-Date must have the form YYYYMMDDTHHMMSSZ";
  const [, year, month, day, hour, minute, second] = match;
  const signedAt = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  if (Math.abs(signedAt - now) <= maxSkewMs) return undefined;
  const present = new Date(now).toISOString();
  return `X-Sdk-Date ${date} is more than 15 minutes from the emulator's clock (${present})`;
}

function equal(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
