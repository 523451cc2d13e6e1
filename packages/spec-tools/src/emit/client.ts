import {
  derefIn,
  getAt,
  isObject,
  type JsonObject,
  listOf,
  operationsOf,
  parametersOf,
  readSecurity,
  type SchemeCredential,
  strings,
} from "@cloud-clients/openapi-model";
import { InputError } from "../base/input-error.js";
import type { Api } from "../base/repository.js";
import { docstring, sentence } from "./docstring.js";
import { literal, stringLiteral } from "./literal.js";
import { functionText, headerLine, importLine } from "./source-text.js";
import { camelCase, pascalCase } from "./type-names.js";

/** Who offers an API, as the runtime's `ApiService`. */
interface Service {
  name?: string;
  baseUrl?: string;
  variables?: Record<string, ServerVariable>;
  environment: string;
}

interface ServerVariable {
  option: string;
  default?: string;
  values?: string[];
}

/** A member of the options. */
interface Member {
  name: string;
  type: string;
  text: string;
  /** The default, in words. */
  usual?: string;
}

/** A credential of a security scheme, with the options that have its parts. */
interface Carried extends SchemeCredential {
  options: string[];
}

/** How the clients of an API are made. */
interface ClientPlan {
  services: Service[];
  /** Options that are no credential: which service, where it is. */
  around: Member[];
  ways: Carried[][];
  optional: boolean;
}

/**
 * What an API is called in the names of its client: `x-client-name`, or its folder's name.
 *
 * @throws InputError when `x-client-name` cannot be part of a name.
 */
export function clientName(api: Api, document: JsonObject): string {
  const said = document["x-client-name"];
  if (said === undefined) return pascalCase(api.name);
  if (typeof said === "string" && /^[A-Z][A-Za-z0-9]{0,63}$/.test(said)) return said;
  throw new InputError(
    `${api.bundle}: x-client-name must be up to 64 letters and digits, a capital first`,
  );
}

/**
 * Why no client is generated for an API, one line for each reason: some of its operations want a credential that
 * no generated client can send, or its clients fill in parameters of its paths. None where one is.
 */
export function clientProblems(document: JsonObject): string[] {
  const deref = derefIn(document);
  const filled = operationsOf(document.paths).flatMap(({ operation, pathItem }) =>
    parametersOf(operation, pathItem, deref).filter((one) => one["x-client-parameter"] === true),
  );
  return [
    ...readSecurity(document).problems,
    ...new Set(filled.map(({ name }) => `its client fills in ${name} (x-client-parameter)`)),
  ];
}

/** The options that a caller of a generated client passes first: those of its first way, with a placeholder. */
export function sampleOptions(api: Api, document: JsonObject): Record<string, string> {
  const { ways, optional } = planOf(api, document);
  const [first = []] = optional ? [] : ways;
  return Object.fromEntries(first.flatMap(({ options }) => options.map((name) => [name, "…"])));
}

/**
 * The text of an API's client.ts, with the function that creates a client; undefined for an API whose client is
 * written by hand: {@link clientProblems} says why.
 *
 * @throws InputError when the `x-service-name` of a server cannot be an option's value.
 */
export function clientFile(api: Api, document: JsonObject): string | undefined {
  if (clientProblems(document).length > 0) return undefined;
  const name = clientName(api, document);
  const factory = `create${name}Client`;
  const plan = planOf(api, document);
  const { services, ways, optional } = plan;
  const rules = literal({
    factory,
    services,
    ways: ways.map((way) => way.map(carrierOf)),
    ...(optional && ways.length > 0 ? { optional } : {}),
  });
  const title = String(getAt(document, ["info", "title"]));
  const { url } = Object(document.externalDocs);
  const parts = [
    headerLine(api) +
      importLine(
        [
          "createApiClient",
          "type ApiClientRules",
          "type SharedClientOptions",
          ...(ways.length > 0 ? ["type Credential"] : []),
        ],
        "@cloud-clients/runtime/kit",
      ) +
      importLine(["userAgent"], "../version.js") +
      importLine(["api"], "./operations.js") +
      importLine([`type ${name}Client`, "type paths"], "./types.js"),
    `const security = ${rules} as const satisfies ApiClientRules;\n`,
    ...optionTypes(name, factory, plan),
    functionText({
      doc: docstring(
        [`Creates a client for ${title}. Makes no request.`],
        [
          [
            "@returns",
            "an openapi-fetch client typed by the API's paths, to call directly or to pass to the functions of this package.",
          ],
          ["@throws", throwsText(plan)],
          ...(typeof url === "string" ? [["@see", url] as const] : []),
        ],
      ),
      name: factory,
      parameters: [`options?: ${name}ClientOptions`],
      returns: `${name}Client`,
      callee: "createApiClient<paths>",
      args: ["api", "security", "userAgent", "options"],
    }),
  ];
  return parts.join("\n");
}

/** The names that a package's client takes: its type, the function that creates it, and the types of its options. */
export function namesOfClient(api: Api, document: JsonObject): string[] {
  const name = clientName(api, document);
  const text = clientFile(api, document) ?? "";
  const options = [...text.matchAll(/^export (?:interface|type) (\w+)/gm)];
  return [`${name}Client`, `create${name}Client`, ...options.map(([, one = ""]) => one)];
}

function throwsText({ ways, optional }: ClientPlan): string {
  const isKey = ways.length === 1 && ways[0]?.every(({ options }) => options.join() === "apiKey");
  const missing = isKey ? "there is no key" : "there is no credential";
  const several = ways.length > 1 ? "credentials of several ways are given" : undefined;
  const reasons = [...(optional ? [] : [missing]), ...(several ? [several] : [])];
  return `UsageError when ${[...reasons, "an option is not allowed"].join(", or ")}.`;
}

function planOf(api: Api, document: JsonObject): ClientPlan {
  const { ways, optional } = readSecurity(document);
  const services = servicesOf(api, document);
  const named = services.flatMap((service) => service.name ?? []);
  const around = [
    ...serviceMember(clientName(api, document), named),
    ...addressMembers(services, document),
  ];
  const taken = around.map((member) => member.name);
  return { services, around, ways: withOptions(ways, taken), optional };
}

/** Names the options of credentials: `apiKey` where there is one key; several have the names of their schemes. */
function withOptions(ways: readonly (readonly SchemeCredential[])[], taken: string[]): Carried[][] {
  const named = new Map<string, string[]>();
  const placeOf = ({ kind, header }: SchemeCredential): string => `${kind} ${header}`;
  const isKey = ({ kind }: SchemeCredential): boolean => kind === "bearer" || kind === "header";
  const keys = new Set(ways.flat().filter(isKey).map(placeOf));
  const used = new Set([...taken, ...sharedNames, "accessToken", "username", "password"]);
  for (const credential of ways.flat()) {
    const place = placeOf(credential);
    if (named.has(place)) continue;
    if (credential.kind === "basic") named.set(place, ["username", "password"]);
    else if (credential.kind === "token") named.set(place, ["accessToken"]);
    else {
      let option = keys.size === 1 ? "apiKey" : camelCase(credential.scheme);
      while (used.has(option)) option += "Key";
      used.add(option);
      named.set(place, [option]);
    }
  }
  return ways.map((way) =>
    way.map((credential) => ({ ...credential, options: named.get(placeOf(credential)) ?? [] })),
  );
}

/** What the options of every client are called; a test compares them with the runtime's. */
export const sharedNames: readonly string[] = (
  "Request allowInsecureBaseUrl attemptTimeoutMs bodySerializer cache credentials fetch headers hooks " +
  "integrity keepalive maxResponseBytes mode pathSerializer priority querySerializer referrer " +
  "referrerPolicy requestInitExt retry signal timeoutMs"
).split(" ");

function carrierOf({ kind, header, options }: Carried): JsonObject {
  if (kind === "basic") return { basic: true };
  const [option] = options;
  return { option, header, ...(kind === "header" ? {} : { prefix: "Bearer " }) };
}

/** The types of the options: one interface, or a union of exactly one way each. */
function optionTypes(
  name: string,
  factory: string,
  { services, around, ways }: ClientPlan,
): string[] {
  const named = services.flatMap((service) => service.name ?? []);
  const choice =
    named.length === 0
      ? []
      : [
          `${docstring(["Who offers this API. Paths and fields are the same; accounts, keys and data are not."])}export type ${name}Service = ${named.map((one) => stringLiteral(one)).join(" | ")};\n`,
        ];
  const shared = "extends SharedClientOptions ";
  const credentialsOf = (way: readonly Carried[]): Member[] =>
    way.flatMap((credential) => credentialMembers(credential, services));
  const [service, ...others] = around;
  const [only = [], ...more] = ways;
  if (more.length === 0) {
    const before = named.length > 0 && service ? [service] : [];
    const after = named.length > 0 ? others : around;
    const all = [...before, ...credentialsOf(only), ...after];
    return [
      ...choice,
      interfaceText(`${name}ClientOptions`, shared, `Options of ${factory}.`, all),
    ];
  }
  const common = `${name}CommonOptions`;
  const every = [...new Set(ways.flat().flatMap(({ options }) => options))];
  const alternatives = ways.map((way) => {
    const own = way.flatMap(({ options }) => options);
    const type = `${name}${own.map(pascalCase).join("")}Options`;
    const none = every.filter((option) => !own.includes(option));
    const text = `One way to show ${factory} who calls: ${listed(own)}.`;
    return { type, text: interfaceText(type, "", text, credentialsOf(way), none) };
  });
  const union = alternatives.map(({ type }) => type).join(" | ");
  const head = `export type ${name}ClientOptions = ${common} &`;
  const gap = head.length + union.length + 4 > 100 ? "\n  " : " ";
  return [
    ...choice,
    interfaceText(common, shared, `Options of ${factory} besides the credential.`, around),
    ...alternatives.map(({ text }) => text),
    `${docstring([`Options of ${factory}: one way to show who calls, and no other.`])}${head}${gap}(${union});\n`,
  ];
}

function interfaceText(
  name: string,
  base: string,
  text: string,
  members: readonly Member[],
  none: readonly string[] = [],
): string {
  const lines = members.map(({ name: member, type, text: said, usual }) => {
    const tags = usual === undefined ? [] : [["@default", usual] as const];
    return `${docstring([said], tags, "  ")}  ${member}?: ${type} | undefined;\n`;
  });
  const excluded = none.map((member) => `  ${member}?: undefined;\n`);
  return `${docstring([text])}export interface ${name} ${base}{\n${[...lines, ...excluded].join("")}}\n`;
}

function listed(options: readonly string[]): string {
  return options.map((option) => `\`${option}\``).join(" and ");
}

function credentialMembers({ kind, header, options }: Carried, services: Service[]): Member[] {
  return options.map((name) => ({
    name,
    type: "Credential",
    text: credentialText(kind, header, name),
    usual: usualText(name, services),
  }));
}

function credentialText(kind: Carried["kind"], header: string, option: string): string {
  const how = ", or a function that returns it, called once per attempt.";
  if (kind === "token") {
    return `An access token${how} This package requests and renews no tokens.`;
  }
  if (kind === "basic") return `The ${option === "username" ? "user name" : option}${how}`;
  if (option === "apiKey") return `The API key${how}`;
  return `The key that is sent ${kind === "bearer" ? "as bearer" : `in the header \`${header}\``}${how}`;
}

function usualText(option: string, services: Service[]): string {
  const variables = services.map(({ environment }) => {
    const end = option.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, "_").toUpperCase();
    return `\`${environment}_${end}\``;
  });
  const usual =
    variables.length > 1
      ? `the environment variable of the service (${variables.join(", ")})`
      : `the environment variable ${variables[0]}`;
  return `${usual}, read when the client is created`;
}

function serviceMember(name: string, named: readonly string[]): Member[] {
  if (named.length === 0) return [];
  const usual = JSON.stringify(named[0]);
  return [{ name: "service", type: `${name}Service`, text: "Which service to talk to.", usual }];
}

/** The options that say where the service is. */
function addressMembers([first, ...others]: Service[], document: JsonObject): Member[] {
  const variables = Object.entries(first?.variables ?? {}).map(([wire, variable]) => {
    const { option, default: usual, values } = variable;
    const said = listOf(document.servers).map((server) =>
      getAt(server, ["variables", wire, "description"]),
    );
    const text = said.find((one) => typeof one === "string" && one.trim() !== "");
    return {
      name: option,
      type: values?.map((value) => stringLiteral(value)).join(" | ") ?? "string",
      text: sentence(String(text ?? `The ${wire} in the address of the service`)),
      ...(usual === undefined ? {} : { usual: JSON.stringify(usual) }),
    };
  });
  const replaced = variables.map(({ name }) => `\`${name}\``).join(" and ");
  const over = variables.length > 0 ? ` Overrides ${replaced}.` : "";
  const usual =
    others.length > 0 || first?.name !== undefined ? "that of `service`" : first?.baseUrl;
  const address: Member = {
    name: "baseUrl",
    type: "string",
    text: `Address of the service, without a path.${over}`,
    ...(usual === undefined ? {} : { usual }),
  };
  return [...variables, address];
}

/**
 * Those whose address is whole, with a name each where there is a choice; else the first whose address has
 * variables, which become options.
 */
function servicesOf(api: Api, document: JsonObject): Service[] {
  const servers = listOf(document.servers).filter(isObject);
  const whole = servers.filter(({ url }) => typeof url === "string" && !url.includes("{"));
  const named = whole.filter((server) => server["x-service-name"] !== undefined);
  if (named.length === 0) {
    const [server = servers[0]] = whole;
    const baseUrl = server && String(server.url).replace(/\/$/, "");
    const variables = baseUrl === undefined ? {} : variablesOf(baseUrl, server?.variables);
    return [
      {
        ...(baseUrl === undefined ? {} : { baseUrl }),
        ...(Object.keys(variables).length > 0 ? { variables } : {}),
        environment: environmentOf(api.name),
      },
    ];
  }
  return named.map(({ url, "x-service-name": name }) => {
    if (typeof name !== "string" || !/^[a-z][a-z0-9-]{0,63}$/.test(name)) {
      throw new InputError(
        `${api.bundle}: the x-service-name of a server must be up to 64 lower-case letters, digits and "-", a letter first`,
      );
    }
    return { name, baseUrl: String(url).replace(/\/$/, ""), environment: environmentOf(name) };
  });
}

/** The variables of an address, in its order. */
function variablesOf(address: string, declared: unknown): Record<string, ServerVariable> {
  const used = new Set([
    ...sharedNames,
    "service",
    "baseUrl",
    "accessToken",
    "username",
    "password",
  ]);
  const wires = new Set([...address.matchAll(/\{([^}]*)\}/g)].map(([, wire = ""]) => wire));
  return Object.fromEntries(
    [...wires].map((wire) => {
      let option = camelCase(wire);
      while (used.has(option)) option += "Value";
      used.add(option);
      const usual = getAt(declared, [wire, "default"]);
      const values = strings(getAt(declared, [wire, "enum"]));
      const variable: ServerVariable = {
        option,
        ...(usual === undefined || usual === "" ? {} : { default: String(usual) }),
        ...(values.length > 0 ? { values } : {}),
      };
      return [wire, variable];
    }),
  );
}

function environmentOf(name: string): string {
  return name.toUpperCase().replaceAll("-", "_");
}
