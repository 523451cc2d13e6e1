/** The hash functions that a signature needs; hex in lower case. */
export interface Hashing {
  sha256(content: string | Uint8Array): string | Promise<string>;
  hmacSha256(secret: string, text: string): string | Promise<string>;
}

/** The part of `node:crypto` that is used here. */
interface NodeCrypto {
  hash(name: string, content: string | Uint8Array, form: "hex"): string;
  createHmac(name: string, secret: string): Digester;
}
interface Digester {
  update(text: string): { digest(form: "hex"): string };
}

/**
 * Hashing with what the runtime offers: `node:crypto` where it is available without an import (Node, Bun,
 * Deno), because WebCrypto passes every small string to another thread; WebCrypto elsewhere.
 */
export function hashing(): Hashing {
  found ??= findHashing();
  return found;
}

let found: Hashing | undefined;

function findHashing(): Hashing {
  const { process } = globalThis as {
    process?: { getBuiltinModule?: (name: string) => NodeCrypto | undefined };
  };
  const node = process?.getBuiltinModule?.("node:crypto");
  return node?.hash ? onNode(node) : webCryptoHashing;
}

function onNode({ hash, createHmac }: NodeCrypto): Hashing {
  return {
    sha256: (content) => hash("sha256", content, "hex"),
    hmacSha256: (secret, text) => createHmac("sha256", secret).update(text).digest("hex"),
  };
}

/** Hashing on WebCrypto. */
export const webCryptoHashing: Hashing = {
  async sha256(content) {
    // A copy: WebCrypto takes no memory that may be shared.
    const data = typeof content === "string" ? bytes(content) : content.slice();
    return hex(await crypto.subtle.digest("SHA-256", data));
  },
  async hmacSha256(secret, text) {
    const algorithm = { name: "HMAC", hash: "SHA-256" };
    const key = await crypto.subtle.importKey("raw", bytes(secret), algorithm, false, ["sign"]);
    return hex(await crypto.subtle.sign("HMAC", key, bytes(text)));
  },
};

function bytes(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function hex(buffer: ArrayBuffer): string {
  return Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
