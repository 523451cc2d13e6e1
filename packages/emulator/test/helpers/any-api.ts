import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import {
  type AnyApiOptions,
  createEmulator,
  type Emulator,
  type StandInState,
} from "../../src/index.js";

/** A response as a test looks at it. */
export interface Seen {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed JSON; undefined for an empty body. */
  readonly body: unknown;
}

/** A stand-in for an API that has no handlers, with a short way to call it. */
export interface AnyApi {
  readonly emulator: Emulator<StandInState>;
  send(method: string, path: string, init?: Sent): Promise<Seen>;
}

interface Sent {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Where a fixture stands: `shop` is OpenAPI 3.0, `lab` is 3.1. */
export function fixture(name: "shop" | "lab"): string {
  return fileURLToPath(new URL(`../fixtures/${name}.yaml`, import.meta.url));
}

/** A fixture as data, for a test that changes it. */
export function document(name: "shop" | "lab"): Record<string, unknown> {
  return parse(readFileSync(fixture(name), "utf8")) as Record<string, unknown>;
}

const credentials = { "x-api-key": "any", authorization: "Bearer any" };

export function standIn(
  spec: "shop" | "lab" | object,
  options: Omit<AnyApiOptions, "spec"> = {},
): AnyApi {
  const found = spec === "shop" || spec === "lab" ? fixture(spec) : spec;
  const emulator = createEmulator({ spec: found, ...options });
  return {
    emulator,
    send: async (method, path, { body, headers = {} } = {}) => {
      const address = path.startsWith("http") ? path : `https://any.example${path}`;
      const response = await emulator.fetch(address, {
        method,
        headers: { ...credentials, "content-type": "application/json", ...headers },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return {
        status: response.status,
        headers: response.headers,
        body: text === "" ? undefined : JSON.parse(text),
      };
    },
  };
}
