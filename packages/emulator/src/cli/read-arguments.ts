import { parseArgs } from "node:util";
import { apiNames, commandLineOf, services } from "../create-emulator.js";
import { suggest } from "../engine/check-options.js";
import { speedType } from "../engine/engine-options.js";
import { isOrigin } from "../engine/http/allow-origins.js";
import { toHostname } from "../engine/http/allowed-host.js";
import type { CommandOption } from "../engine/service.js";

/** The command line makes no sense; the message is one line for people. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** What the command line asks for. */
export interface Arguments {
  /** What to stand in for: an API by its name, or that of an OpenAPI document. */
  readonly subject: string | { readonly spec: string };
  readonly port: number;
  readonly host: string;
  readonly allowedHosts: readonly string[];
  readonly seed: number;
  /** What only the subject has, such as how many instances, as `createEmulator` takes it. */
  readonly own: Readonly<Record<string, unknown>>;
  readonly speed: number;
  /** Milliseconds before each response. */
  readonly latency: number;
  readonly cors: boolean | readonly string[];
}

const options = {
  spec: { type: "string" },
  port: { type: "string" },
  host: { type: "string" },
  "allow-host": { type: "string", multiple: true },
  seed: { type: "string" },
  speed: { type: "string" },
  latency: { type: "string" },
  cors: { type: "boolean" },
  "cors-origin": { type: "string", multiple: true },
  help: { type: "boolean" },
} as const;

/** Options that not every subject has. */
export const ownOptions: readonly CommandOption[] = [
  ...Object.keys(services).flatMap(commandLineOf),
  ...commandLineOf(),
];

/**
 * Reads the words after the command's name; `"help"` when they ask for it.
 *
 * @throws UsageError with one line that says what is allowed
 */
export function readArguments(words: readonly string[]): Arguments | "help" {
  const { values, positionals } = parse(words);
  if (values.help) return "help";
  const subject = readSubject(positionals, values.spec);
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
    own: readOwn(subject, new Map(Object.entries(values))),
    speed: readSpeed(values.speed),
    latency: readNumber("latency", values.latency, 2 ** 31 - 1) ?? 0,
    cors: origins.length > 0 ? origins : (values.cors ?? false),
  };
}

function parse(words: readonly string[]) {
  try {
    const own = ownOptions.map(({ name }) => [name, { type: "string", multiple: true }] as const);
    const all = { ...Object.fromEntries(own), ...options };
    return parseArgs({ args: [...words], options: all, allowPositionals: true });
  } catch (error) {
    const [line = ""] = error instanceof Error ? error.message.split("\n") : [];
    const unknown = /^Unknown option '--([^']*)'/.exec(line)?.[1];
    if (unknown !== undefined) {
      const known = [...Object.keys(options), ...ownOptions.map(({ name }) => name)];
      throw new UsageError(`no option --${unknown}${suggest(unknown, known)}`);
    }
    throw new UsageError(`${line.split(/\.( |$)/)[0]}; see cloud-emulator --help`);
  }
}

function readSubject(names: readonly string[], spec: string | undefined): Arguments["subject"] {
  const [name, ...others] = names;
  if (spec !== undefined) {
    if (spec === "") throw new UsageError("--spec must be the path of a file, not empty");
    if (name === undefined) return { spec };
    throw new UsageError(`give either --spec or a service, not --spec and "${names.join(" ")}"`);
  }
  const known = apiNames();
  if (name !== undefined && known.includes(name) && others.length === 0) return name;
  const got = name === undefined ? "" : `, not "${names.join(" ")}"`;
  throw new UsageError(`name one service: ${known.join(" or ")}, or give --spec${got}`);
}

function readOwn(
  subject: Arguments["subject"],
  values: ReadonlyMap<string, unknown>,
): Record<string, unknown> {
  const [name, own] =
    typeof subject === "string" ? [subject, commandLineOf(subject)] : ["--spec", commandLineOf()];
  const isForeign = (option: CommandOption): boolean =>
    values.has(option.name) && !own.some((each) => each.name === option.name);
  const foreign = ownOptions.find(isForeign);
  if (foreign !== undefined) {
    const use = own.map((option) => `--${option.name}`).join(" or ");
    throw new UsageError(`--${foreign.name} is not for ${name}; use ${use}`);
  }
  const given = own.filter((option) => values.has(option.name));
  return Object.fromEntries(
    given.map(({ name: flag, option, kind }) => {
      const texts = [values.get(flag)].flat().map(String);
      const value =
        kind === "count" ? readNumber(flag, texts.at(-1), 1_000_000) : readPairs(flag, texts);
      return [option, value];
    }),
  );
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
function readPairs(name: string, pairs: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const [, id, secret] = /^([^=]+)=(.+)$/.exec(pair) ?? [];
      if (id === undefined || secret === undefined) {
        throw new UsageError(`--${name} must have the form ID=SECRET`);
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
