import { type Outgoing, UsageError } from "@cloud-clients/runtime/kit";
import { canonicalRequest } from "./canonical-request.js";
import { type Hashing, hashing } from "./hashing.js";

/** An access key pair of Huawei Cloud. */
export interface AccessKey {
  /** Access key id (AK). */
  id: string;
  /** Secret access key (SK). Never sent. */
  secret: string;
  /** Token of a temporary pair. */
  securityToken?: string | undefined;
}

const emptyHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
const algorithm = "SDK-HMAC-SHA256";

/**
 * Signs a request with SDK-HMAC-SHA256. Makes no request.
 *
 * @param further - additional headers to sign, names in lower case.
 * @param now - time of the signature; the service refuses one that is 15 minutes off.
 * @param hash - hash functions; by default the runtime's own.
 * @returns the headers to add.
 * @throws UsageError for a streamed body, which cannot be signed, and for a time outside the years 1 to 9999.
 * @see https://support.huaweicloud.com/intl/en-us/devg-apisign/api-sign-algorithm.html
 */
export async function signRequest(
  key: AccessKey,
  request: Outgoing,
  further: Readonly<Record<string, string>> = {},
  now: Date = new Date(),
  hash: Hashing = hashing(),
): Promise<Record<string, string>> {
  const date = basicFormat(now);
  if (request.body instanceof ReadableStream) {
    throw new UsageError(
      "a stream cannot be signed: pass the body as text or bytes, or use a token",
    );
  }
  const added: Record<string, string> = { ...further, "x-sdk-date": date };
  if (key.securityToken) added["x-security-token"] = key.securityToken;
  const start = request.url.indexOf("/", "https://".length);
  const headers: Record<string, string> = {
    ...added,
    host: request.url.slice(request.url.indexOf("//") + 2, start),
  };
  const contentType = request.headers["content-type"];
  if (contentType) headers["content-type"] = contentType;
  const names = Object.keys(headers).sort();
  const canonical = canonicalRequest({
    method: request.method,
    target: request.url.slice(start),
    headers,
    names,
    bodyHash: request.body === null ? emptyHash : await hash.sha256(request.body),
  });
  const toSign = `${algorithm}\n${date}\n${await hash.sha256(canonical)}`;
  const signature = await hash.hmacSha256(key.secret, toSign);
  return {
    ...added,
    authorization: `${algorithm} Access=${key.id}, SignedHeaders=${names.join(";")}, Signature=${signature}`,
  };
}

/** `YYYYMMDDTHHMMSSZ`, in UTC. */
function basicFormat(time: Date): string {
  // Beyond these years an ISO date has a sign and six digits.
  if (!(time.getTime() >= Date.UTC(1, 0) && time.getTime() < Date.UTC(10_000, 0))) {
    throw new UsageError(`the time of a signature must be in the years 1 to 9999, not ${time}`);
  }
  const [day = "", clock = ""] = time.toISOString().split("T");
  return `${day.replaceAll("-", "")}T${clock.slice(0, 8).replaceAll(":", "")}Z`;
}
