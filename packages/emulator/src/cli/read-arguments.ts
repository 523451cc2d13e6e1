import { parseArgs } from "node:util";
import { type ApiName, apiNames } from "../api-name.js";
import { UsageError } from "./usage-error.js";

/** What the command line asks for. */
export interface Arguments {
  readonly api: ApiName;
  readonly port: number;
  readonly host: string;
  readonly seed: number;
  /** Instances or endpoint services at the start; `undefined` for the default. */
  readonly count: number | undefined;
  /** Milliseconds before each answer. */
  readonly latency: number;
}

const options = {
  port: { type: "string" },
  host: { type: "string" },
  instances: { type: "string" },
  services: { type: "string" },
  seed: { type: "string" },
  latency: { type: "string" },
  help: { type: "boolean" },
} as const;

const countOption = { "ppio-gpu": "instances", "huaweicloud-vpcep": "services" } as const;

/**
 * Reads the words after the command's name; `"help"` when they ask for it.
 *
 * @throws UsageError with one line that says what is allowed
 */
export function readArguments(words: readonly string[]): Arguments | "help" {
  const { values, positionals } = parse(words);
  if (values.help) return "help";
  const api = readApi(positionals);
  for (const name of Object.values(countOption)) {
    if (name === countOption[api] || values[name] === undefined) continue;
    throw new UsageError(`--${name} is not for ${api}; use --${countOption[api]}`);
  }
  const read = (name: Exclude<keyof typeof options, "help" | "host">, most?: number) =>
    readNumber(name, values[name], most);
  return {
    api,
    port: read("port", 65_535) ?? 0,
    host: values.host ?? "127.0.0.1",
    seed: read("seed") ?? 1,
    count: read(countOption[api]),
    latency: read("latency") ?? 0,
  };
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true });
  } catch (error) {
    const [line = ""] = error instanceof Error ? error.message.split("\n") : [];
    throw new UsageError(`${line.split(". ")[0]}; see cloud-emulator --help`);
  }
}

function readApi([name, ...others]: readonly string[]): ApiName {
  const api = apiNames.find((each) => each === name);
  if (api !== undefined && others.length === 0) return api;
  const got = [name, ...others].filter((word) => word !== undefined).join(" ");
  throw new UsageError(`name one service: ${apiNames.join(" or ")}${got ? `, not "${got}"` : ""}`);
}

function readNumber(
  name: string,
  text: string | undefined,
  most = Number.MAX_SAFE_INTEGER,
): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d+$/.test(text) && Number(text) <= most) return Number(text);
  const range = most === Number.MAX_SAFE_INTEGER ? "of at least 0" : `from 0 to ${most}`;
  throw new UsageError(`--${name} must be a whole number ${range}, not "${text}"`);
}
