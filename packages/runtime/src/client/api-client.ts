import { refuse, show } from "../base/options.js";
import { UsageError } from "../errors/usage-error.js";
import type { ApiRules } from "../transport/api-rules.js";
import type { Authorize } from "../transport/call.js";
import type { CloudClient } from "./cloud-client.js";
import { createClient } from "./create-client.js";
import {
  type Credential,
  checkPresent,
  type checkText,
  environment,
  readCredential,
} from "./credential.js";
import { checkCallOptions, type SharedClientOptions, sharedClientOptionNames } from "./options.js";

/** How the clients of an API are made; generated from its security schemes and servers. */
export interface ApiClientRules {
  /** Name of the function that creates a client. */
  readonly factory: string;
  /** Who offers the API; one without a name where there is no choice. The first is the default. */
  readonly services: readonly ApiService[];
  /**
   * The ways to show who calls, by what each of them sends. Exactly one is used; none if no request carries a
   * credential.
   */
  readonly ways: readonly (readonly ApiCredential[])[];
  /** Set if a client may be created without a credential, too. */
  readonly optional?: true;
}

/** What requests carry to show who calls, in a header of their own. */
export type ApiCredential =
  | {
      /** The option that has the value. */
      readonly option: string;
      /** In lower case. */
      readonly header: string;
      /** What stands before the value in the header, such as `"Bearer "`. */
      readonly prefix?: string;
    }
  /** User name and password, by the options `username` and `password` (RFC 7617). */
  | { readonly basic: true };

/** Who offers an API. */
export interface ApiService {
  /** What the option `service` calls it. */
  readonly name?: string;
  /** Address that all paths are appended to, perhaps with `{variables}`; none where the caller must give it. */
  readonly baseUrl?: string;
  /** The variables of `baseUrl`, by their names there. */
  readonly variables?: Readonly<Record<string, ServerVariable>>;
  /** What its environment variables begin with: `ACME` has its key in `ACME_API_KEY`. */
  readonly environment: string;
}

/** A part of an address that callers choose. */
export interface ServerVariable {
  /** The option that has its value. */
  readonly option: string;
  readonly default?: string;
  /** All values that are allowed, if the API names them. */
  readonly values?: readonly string[];
}

/** What the options of {@link createApiClient} are, besides those that the rules name. */
export interface ApiClientOptions extends SharedClientOptions {
  service?: string | undefined;
  baseUrl?: string | undefined;
}

/**
 * Creates a client for an API whose requests carry credentials in headers, or none. Makes no request.
 *
 * @param userAgent - name and version of the API's package.
 * @throws UsageError when there is no credential or more than one, or an option is not allowed.
 */
export function createApiClient<Paths extends {}>(
  api: ApiRules,
  rules: ApiClientRules,
  userAgent: string,
  options: ApiClientOptions = {},
): CloudClient<Paths> {
  const { factory, services, ways } = rules;
  const known = services.flatMap(({ name }) => name ?? []);
  const own = [
    ...(known.length > 0 ? ["service"] : []),
    "baseUrl",
    ...new Set(services.flatMap(variablesOf).map(([, { option }]) => option)),
    ...new Set(ways.flat().flatMap(optionsOf)),
  ];
  const all = Object.keys(sharedClientOptionNames).concat(own);
  checkCallOptions(
    factory,
    options,
    Object.fromEntries(all.map((name) => [name, true])),
    hints(ways),
  );
  const { service: wanted = services[0]?.name } = options;
  const service = services.find(({ name }) => name === wanted);
  if (!service) return refuse("service", known.join(" or "), wanted);
  const given = new Map(Object.entries(options).filter(([, value]) => value !== undefined));
  const shared = Object.entries(options).filter(([name]) => !own.includes(name));
  return createClient<Paths>(api, {
    // Only what is no credential: openapi-fetch shows options to middlewares.
    ...Object.fromEntries(shared),
    baseUrl: addressOf(service, given),
    userAgent,
    authorize: authorizeBy(rules, service, given),
    secretHeaders: ways.flat().flatMap((one) => ("basic" in one ? [] : [one.header])),
  });
}

type Given = ReadonlyMap<string, unknown>;

function variablesOf({ variables = {} }: ApiService): [name: string, ServerVariable][] {
  return Object.entries(variables);
}

/** No slash and nothing else that could lead to another host or path than the API names. */
const plainValue = /^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/;

function addressOf(service: ApiService, given: Given): string {
  const said = given.get("baseUrl");
  if (said !== undefined) {
    return typeof said === "string" ? said : refuse("baseUrl", "the address of the service", said);
  }
  let address = service.baseUrl ?? refuse("baseUrl", "the address of the service", said);
  for (const [name, variable] of variablesOf(service)) {
    const value = readVariable(variable, given.get(variable.option) ?? variable.default);
    address = address.replaceAll(`{${name}}`, () => value);
  }
  return address;
}

function readVariable({ option, default: usual, values }: ServerVariable, value: unknown): string {
  if (typeof value === "string") {
    if (value === usual || values?.includes(value)) return value;
    if (values === undefined && plainValue.test(value)) return value;
  }
  const named = values?.map(show).join(" or ");
  return refuse(option, named ?? 'letters and digits, with ".", "_" or "-" between them', value);
}

function optionsOf(credential: ApiCredential): string[] {
  return "basic" in credential ? ["username", "password"] : [credential.option];
}

function wordsOf(way: readonly ApiCredential[]): string {
  return way.flatMap(optionsOf).join(" and ");
}

/** Where to find the credential, for names that people may look for. */
function hints(ways: ApiClientRules["ways"]): Record<string, string> {
  const said =
    ways.length === 0
      ? "this API takes no credential"
      : `the credential is ${ways.map(wordsOf).join(", or ")}`;
  const names = ["accessToken", "apiKey", "auth", "key", "password", "token", "username"];
  return Object.fromEntries(names.map((name) => [name, said]));
}

function environmentName({ environment: prefix }: ApiService, option: string): string {
  return `${prefix}_${option.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, "_").toUpperCase()}`;
}

/**
 * The credentials of the way that the caller chose, else of the first whose environment variables are all set.
 *
 * @throws UsageError when a credential is missing, or those given are not of one way.
 */
function authorizeBy(rules: ApiClientRules, service: ApiService, given: Given): Authorize {
  const { ways, optional } = rules;
  const all = ways.flat().flatMap(optionsOf);
  const named = [...new Set(all)].filter((option) => given.has(option));
  const possible = ways.filter((way) => {
    const own = way.flatMap(optionsOf);
    return named.every((option) => own.includes(option));
  });
  const [first] = possible;
  if (first === undefined) {
    if (ways.length === 0) return () => ({});
    const allowed = ways.map(wordsOf).join(", or ");
    throw new UsageError(`${named.join(" and ")} exclude each other: pass ${allowed}`);
  }
  const valueFor = (option: string): unknown =>
    given.get(option) ?? environment(environmentName(service, option));
  const isWhole = (way: readonly ApiCredential[]): boolean =>
    way.flatMap(optionsOf).every((option) => valueFor(option) !== undefined);
  const isExact = (way: readonly ApiCredential[]): boolean =>
    way.flatMap(optionsOf).every((option) => named.includes(option));
  const way = possible.find(isExact) ?? possible.find(isWhole);
  if (way !== undefined) return sending(way, service, valueFor);
  if (named.length === 0 && optional) return () => ({});
  if (named.length === 0 && ways.length > 1) {
    const allowed = ways.map(wordsOf).join(", or ");
    const variables = [...new Set(all)].map((option) => environmentName(service, option));
    throw new UsageError(
      `no credential is given: pass ${allowed}, or set an environment variable (${variables.join(", ")})`,
    );
  }
  return sending(first, service, valueFor);
}

type Headers = Record<string, string>;

/** @throws UsageError naming the option that is missing or cannot be sent. */
function sending(
  way: readonly ApiCredential[],
  service: ApiService,
  valueFor: (option: string) => unknown,
): Authorize {
  const read = (option: string, check?: typeof checkText) => {
    const hint = `pass it, or set the environment variable ${environmentName(service, option)}`;
    return readCredential(option, valueFor(option) as Credential | undefined, hint, check);
  };
  const parts = way.map((credential) => {
    if ("basic" in credential) {
      return basic(read("username", checkUserName), read("password", checkUserText));
    }
    const { option, header, prefix = "" } = credential;
    const value = read(option);
    const carry = (text: string | Promise<string>): Headers | Promise<Headers> =>
      typeof text === "string" ? { [header]: `${prefix}${text}` } : text.then(carry);
    return () => carry(value());
  });
  const [only, ...others] = parts;
  if (only !== undefined && others.length === 0) return only;
  return async () => Object.assign({}, ...(await Promise.all(parts.map((part) => part()))));
}

type Read = ReturnType<typeof readCredential>;

function basic(userName: Read, password: Read): () => Promise<Headers> {
  return async () => {
    const bytes = new TextEncoder().encode(`${await userName()}:${await password()}`);
    return { authorization: `Basic ${btoa(String.fromCharCode(...bytes))}` };
  };
}

/** A control character, which RFC 7617 lets no user name or password have. */
const notInUserText = /[^ -~\xa0-\uffff]/;

function checkUserText(name: string, value: unknown, hint: string): string {
  const text = checkPresent(name, value, hint);
  // UTF-8 cannot write half of a surrogate pair.
  if (!notInUserText.test(text) && text.isWellFormed()) return text;
  throw new UsageError(`${name} contains a control character or half of a surrogate pair`);
}

function checkUserName(name: string, value: unknown, hint: string): string {
  const text = checkUserText(name, value, hint);
  if (!text.includes(":")) return text;
  throw new UsageError(`${name} contains a colon, which separates it from the password`);
}
