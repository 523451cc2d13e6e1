import { createHash, createHmac } from "node:crypto";
import { AKSKSigner } from "@huaweicloud/huaweicloud-sdk-core/auth/AKSKSigner.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Hashing, webCryptoHashing } from "../src/hashing.js";
import { signRequest } from "../src/index.js";

const key = { id: "AKIDEXAMPLE", secret: "s3cr3t/with+signs=" };
const now = new Date("2026-11-21T08:09:10.123Z");
const host = "vpcep.cn-north-4.myhuaweicloud.com";

interface Sample {
  method: string;
  segments: string[];
  query: [string, string[]][];
  body: object | undefined;
  token: string | undefined;
}

/** The SDK's signer, given the same request in the form that the SDK takes. */
function official({ method, segments, query, body, token }: Sample): string {
  const request = {
    method,
    endpoint: `https://${host}/${segments.join("/")}`,
    queryParams: Object.fromEntries(query.map(([name, values]) => [name, [...values]])),
    headers: {
      "X-Sdk-Date": "20261121T080910Z",
      ...(body ? { "content-type": "application/json" } : {}),
      ...(token ? { "X-Security-Token": token } : {}),
    },
    data: body,
  };
  const credential = { getAk: () => key.id, getSk: () => key.secret };
  const signed: { Authorization?: string } = AKSKSigner.sign(request, credential as never);
  return signed.Authorization ?? "";
}

async function ours(
  { method, segments, query, body, token }: Sample,
  hash?: Hashing,
): Promise<string> {
  const search = query
    .flatMap(([name, values]) =>
      values.map((value) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`),
    )
    .join("&");
  const path = segments.map(encodeURIComponent).join("/");
  const headers = await signRequest(
    token ? { ...key, securityToken: token } : key,
    {
      method,
      url: `https://${host}/${path}${search && `?${search}`}`,
      headers: body ? { "content-type": "application/json" } : {},
      body: body ? JSON.stringify(body) : null,
    },
    {},
    now,
    hash,
  );
  return headers.authorization ?? "";
}

const text = (minLength: number) =>
  fc
    .string({ unit: "grapheme", minLength, maxLength: 12 })
    .filter((one) => !/\p{Surrogate}/u.test(one));
const reserved = fc.string({
  unit: fc.constantFrom(..."abcXYZ019-._~!*()&=+$,;:@äß東😀"),
  minLength: 1,
  maxLength: 10,
});
// Left to the tests below: what Node's url.parse, which the SDK uses, encodes or cuts off by itself.
const untouched = (one: string): boolean =>
  !/["'<>`{}|\\^\s#?%/]/.test(one) && !/^\.{1,2}$/.test(one);
const segment = fc.oneof(text(1), reserved).filter(untouched);
const name = fc.oneof(text(1), reserved).filter((one) => !/^(__proto__|\d+)$/.test(one));
const sample: fc.Arbitrary<Sample> = fc.record({
  method: fc.constantFrom("GET", "PUT", "POST", "DELETE"),
  segments: fc.array(segment, { minLength: 1, maxLength: 5 }),
  query: fc
    .dictionary(name, fc.array(fc.oneof(text(0), reserved), { minLength: 1, maxLength: 3 }))
    .map((record) => Object.entries(record)),
  body: fc.option(fc.dictionary(text(1), fc.oneof(text(0), fc.integer(), fc.boolean())), {
    nil: undefined,
  }),
  token: fc.option(fc.stringMatching(/^[A-Za-z0-9+/=]{10,40}$/), { nil: undefined }),
});

describe("a signature", () => {
  it("is the official SDK's, byte for byte, on thousands of requests", async () => {
    await fc.assert(
      fc.asyncProperty(sample, async (one) => {
        expect(await ours(one)).toBe(official(one));
      }),
      { numRuns: 2000, seed: 20261121 },
    );
  });

  it("is the same on WebCrypto, where nothing else can be had", async () => {
    await fc.assert(
      fc.asyncProperty(sample, async (one) => {
        expect(await ours(one, webCryptoHashing)).toBe(official(one));
      }),
      { numRuns: 300, seed: 20261121 },
    );
  });

  it("follows the documented algorithm where the SDK encodes a path twice", async () => {
    // url.parse has encoded these already when the SDK's signer encodes them.
    for (const segment of ["a b", 'q"q', "a{b}", "a|b", "c^d", "it's", "<x>", "`"]) {
      const one = {
        method: "GET",
        segments: ["v1", segment],
        query: [],
        body: undefined,
        token: undefined,
      };
      expect(await ours(one)).toBe(documented("GET", `/v1/${strict(segment)}/`, "", undefined));
      expect(await ours(one)).not.toBe(official(one));
    }
  });

  it("follows the documented algorithm where the SDK loses part of a path", async () => {
    for (const segment of ["a#b", "a?b", "50%25", "a/b"]) {
      const one = {
        method: "GET",
        segments: [segment],
        query: [],
        body: undefined,
        token: undefined,
      };
      expect(await ours(one)).toBe(documented("GET", `/${strict(segment)}/`, "", undefined));
    }
  });

  it("covers further headers and the token of a temporary key", async () => {
    const request = { method: "GET", url: `https://${host}/v1`, headers: {}, body: null };
    const signed = await signRequest(
      { ...key, securityToken: "tok" },
      request,
      { "x-project-id": "p" },
      now,
    );
    expect(Object.keys(signed).sort()).toEqual([
      "authorization",
      "x-project-id",
      "x-sdk-date",
      "x-security-token",
    ]);
    expect(signed.authorization).toContain(
      "SignedHeaders=host;x-project-id;x-sdk-date;x-security-token,",
    );
    expect(JSON.stringify(signed)).not.toContain(key.secret);
  });
});

function strict(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** The algorithm of the vendor's page, written down once more, on another crypto library. */
function documented(method: string, path: string, query: string, body: string | undefined): string {
  const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
  const canonical = `${method}\n${path}\n${query}\nhost:${host}\nx-sdk-date:20261121T080910Z\n\nhost;x-sdk-date\n${sha256(body ?? "")}`;
  const toSign = `SDK-HMAC-SHA256\n20261121T080910Z\n${sha256(canonical)}`;
  const signature = createHmac("sha256", key.secret).update(toSign).digest("hex");
  return `SDK-HMAC-SHA256 Access=${key.id}, SignedHeaders=host;x-sdk-date, Signature=${signature}`;
}

describe("what cannot be signed is refused", () => {
  const request = { method: "PUT", url: `https://${host}/v1/p`, headers: {}, body: null };

  it("a stream", async () => {
    const body = new Blob(["x"]).stream() as ReadableStream<Uint8Array>;
    await expect(signRequest(key, { ...request, body })).rejects.toThrow(
      /^a stream cannot be signed/,
    );
  });

  it("at a time that cannot be written", async () => {
    for (const time of [Number.NaN, Date.UTC(10_000, 0), -1e14]) {
      await expect(signRequest(key, request, {}, new Date(time))).rejects.toThrow(
        /^the time of a signature must be in the years 1 to 9999/,
      );
    }
  });
});

it("bytes are signed like the text they are", async () => {
  const request = { method: "PUT", url: `https://${host}/v1/p`, headers: {} };
  const text = '{"name":"ünï"}';
  const bytes = new TextEncoder().encode(text);
  const signed = (body: string | Uint8Array<ArrayBuffer>, hash?: Hashing) =>
    signRequest(key, { ...request, body }, {}, now, hash);
  expect(await signed(bytes)).toEqual(await signed(text));
  expect(await signed(bytes, webCryptoHashing)).toEqual(await signed(text));
});
