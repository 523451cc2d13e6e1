import { createHash, createHmac } from "node:crypto";

/** Headers of a GET that is signed at the computer's present time. */
export function signedHeaders(url: string, id: string, secret: string): Record<string, string> {
  const { host, pathname } = new URL(url);
  const date = `${new Date().toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}Z`;
  const hash = (text: string): string => createHash("sha256").update(text).digest("hex");
  const headers = `host:${host}\nx-sdk-date:${date}\n`;
  const canonical = ["GET", `${pathname}/`, "", headers, "host;x-sdk-date", hash("")].join("\n");
  const toSign = ["SDK-HMAC-SHA256", date, hash(canonical)].join("\n");
  const signature = createHmac("sha256", secret).update(toSign).digest("hex");
  const form = `Access=${id}, SignedHeaders=host;x-sdk-date, Signature=${signature}`;
  return { "x-sdk-date": date, authorization: `SDK-HMAC-SHA256 ${form}` };
}
