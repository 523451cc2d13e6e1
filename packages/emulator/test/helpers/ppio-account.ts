import { expect } from "vitest";
import { createEmulator, type Emulator, type PpioGpuState } from "../../src/index.js";
import { callPpio } from "./ppio.js";

/** An emulator together with short ways to call it. */
export interface PpioAccount {
  readonly emulator: Emulator<PpioGpuState>;
  /** Status and body of a response. */
  send(method: string, path: string, body?: unknown): Promise<[number, ResponseBody]>;
  /** Body of a success. */
  get(path: string): Promise<ResponseBody>;
}

/** A JSON body that a test looks into. */
export interface ResponseBody {
  readonly [field: string]: unknown;
  readonly message?: string;
  readonly status?: { readonly status: string };
  readonly data?: readonly ResponseBody[];
}

export function openAccount(instances = 30): PpioAccount {
  const emulator = createEmulator("ppio-gpu", { instances });
  const send = async (
    method: string,
    path: string,
    body?: unknown,
  ): Promise<[number, ResponseBody]> => {
    const response = await callPpio(emulator.fetch, method, path, body);
    return [response.status, (await response.json()) as ResponseBody];
  };
  const get = async (path: string): Promise<ResponseBody> => {
    const [status, body] = await send("GET", path);
    if (status !== 200) throw new Error(`${path}: ${status} ${body.message}`);
    return body;
  };
  return { emulator, send, get };
}

/** The refusal of a request: status and a part of the message. */
export function refusal(status: number, message: string): unknown {
  return [
    status,
    { code: status, reason: expect.any(String), message: expect.stringContaining(message) },
  ];
}
