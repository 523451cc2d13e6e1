import { parseArgs } from "node:util";
import { type ApiName, apiNames } from "../create-emulator.js";
import { suggest } from "../engine/check-options.js";
import { speedType } from "../engine/engine-options.js";
import { isOrigin } from "../engine/http/allow-origins.js";
import { toHostname } from "../engine/http/allowed-host.js";

/** The command line makes no sense; the message is one line for people. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** What the command line asks for. */
export interface Arguments {
  /** What to stand in for: a service of its own, or the API of an OpenAPI document. */
  readonly subject: ApiName | { readonly spec: string };
  readonly port: number;
  readonly host: string;
  readonly allowedHosts: readonly string[];
  readonly seed: number;
  /** Instances, endpoint services, or items of each list at the start; `undefined` for the default. */
  readonly count: number | undefined;
  /** Secrets by access key id. */
  readonly accessKeys: Readonly<Record<string, string>>;
  readonly speed: number;
  /** Milliseconds before each answer. */
  readonly latency: number;
  readonly cors: boolean | readonly string[];
}

const options = {
  spec: { type: "string" },
  port: { type: "string" },
  host: { type: "string" },
  "allow-host": { type: "string", multiple: true },
  instances: { type: "string" },
  services: { type: "string" },
  items: { type: "string" },
  "access-key": { type: "string", multiple: true },
  seed: { type: "string" },
  speed: { type: "string" },
  latency: { type: "string" },
  cors: { type: "boolean" },
  "cors-origin": { type: "string", multiple: true },
  help: { type: "boolean" },
} as const;

/** Options that only one subject has: the first is how many things there are at the start. */
const ownOptions = {
  "ppio-gpu": ["instances"],
  "huaweicloud-vpcep": ["services", "access-key"],
  "--spec": ["items"],
} as const satisfies Record<ApiName | "--spec", readonly (keyof typeof options)[]>;

const subjects = [...apiNames, "--spec"] as const;

/**
 * Reads the words after the command's name; `"help"` when they ask for it.
 *
 * @throws UsageError with one line that says what is allowed
 */
export function readArguments(words: readonly string[]): Arguments | "help" {
  const { values, positionals } = parse(words);
  if (values.help) return "help";
  const subject = readSubject(positionals, values.spec);
  const name = typeof subject === "string" ? subject : "--spec";
  for (const other of subjects.filter((each) => each !== name)) {
    const foreign = ownOptions[other].find((option) => values[option] !== undefined);
    if (foreign === undefined) continue;
    const own = ownOptions[name].map((option) => `--${option}`);
    throw new UsageError(`--${foreign} is not for ${name}; use ${own.join(" or ")}`);
  }
  const origins = values["cors-origin"] ?? [];
  refuseUnlike("cors-origin", origins, isOrigin, "an origin, as in https://app.example");
  const allowedHosts = values["allow-host"] ?? [];
  const isHost = (host: string): boolean => !host.includes("/") && toHostname(host) !== undefined;
  refuseUnlike("allow-host", allowedHosts, isHost, "a host name without a scheme");
  if (values.host === "") throw new UsageError("--host must be an address, not empty");
  if (values.cors && origins.length > 0) {
    throw new UsageError("--cors and --cors-origin do not go together; name all origins");
  }
  return {
    subject,
    port: readNumber("port", values.port, 65_535) ?? 0,
    host: values.host ?? "127.0.0.1",
    allowedHosts,
    seed: readNumber("seed", values.seed) ?? 1,
    count: readNumber(ownOptions[name][0], values[ownOptions[name][0]], 1_000_000),
    accessKeys: readAccessKeys(values["access-key"] ?? []),
    speed: readSpeed(values.speed),
    latency: readNumber("latency", values.latency, 2 ** 31 - 1) ?? 0,
    cors: origins.length > 0 ? origins : (values.cors ?? false),
  };
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true });
  } catch (error) {
    const [line = ""] = error instanceof Error ? error.message.split("\n") : [];
    const unknown = /^Unknown option '--([^']*)'/.exec(line)?.[1];
    if (unknown !== undefined) {
      throw new UsageError(`no option --${unknown}${suggest(unknown, Object.keys(options))}`);
    }
    throw new UsageError(`${line.split(". ")[0]}; see cloud-emulator --help`);
  }
}

function readSubject(names: readonly string[], spec: string | undefined): Arguments["subject"] {
  const [name, ...others] = names;
  if (spec !== undefined) {
    if (spec === "") throw new UsageError("--spec must be the path of a file, not empty");
    if (name === undefined) return { spec };
    throw new UsageError(`give either --spec or a service, not --spec and "${names.join(" ")}"`);
  }
  const api = apiNames.find((each) => each === name);
  if (api !== undefined && others.length === 0) return api;
  const got = name === undefined ? "" : `, not "${names.join(" ")}"`;
  throw new UsageError(`name one service: ${apiNames.join(" or ")}, or give --spec${got}`);
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

function readSpeed(text = "1"): number {
  const speed = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (speedType.fits(speed)) return speed;
  throw new UsageError(`--speed must be ${speedType.allowed}, not "${text}"`);
}

/** The secret may hold "=", as Base64 does. What was given is never shown: it may be a secret. */
function readAccessKeys(pairs: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const [, id, secret] = /^([^=]+)=(.+)$/.exec(pair) ?? [];
      if (id === undefined || secret === undefined) {
        throw new UsageError("--access-key must have the form ID=SECRET");
      }
      return [id, secret];
    }),
  );
}

function refuseUnlike(
  name: string,
  texts: readonly string[],
  fits: (text: string) => boolean,
  allowed: string,
): void {
  const wrong = texts.find((text) => !fits(text));
  if (wrong !== undefined) throw new UsageError(`--${name} must be ${allowed}, not "${wrong}"`);
}
