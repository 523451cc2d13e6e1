import { getAt, isObject, type JsonObject, listOf } from "@cloud-clients/openapi-model";
import { InputError } from "../base/input-error.js";
import type { Api } from "../base/repository.js";
import { docstring } from "./docstring.js";
import { literal, stringLiteral } from "./literal.js";
import { functionText, headerLine, importLine } from "./source-text.js";
import { pascalCase } from "./type-names.js";

/** Where a request carries its key. */
interface Carrier {
  header: string;
  prefix?: string;
}

interface Service {
  name?: string;
  baseUrl?: string;
  variable: string;
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
 * The text of an API's client.ts, with the function that creates a client; undefined for an API whose
 * requests carry anything else than one key, whose client is written by hand.
 *
 * @throws InputError when the `x-service-name` of a server cannot be an option's value.
 */
export function clientFile(api: Api, document: JsonObject): string | undefined {
  const carrier = keyCarrier(document);
  if (carrier === undefined) return undefined;
  const name = clientName(api, document);
  const factory = `create${name}Client`;
  const services = servicesOf(api, document);
  const [first] = services;
  const named = services.flatMap((service) => service.name ?? []);
  const rules = literal({ factory, ...carrier, services });
  const title = String(getAt(document, ["info", "title"]));
  const variables = services.map((service) => `\`${service.variable}\``);
  const choice = `export type ${name}Service = ${named.map((one) => stringLiteral(one)).join(" | ")};\n`;
  const { url } = Object(document.externalDocs);
  const parts = [
    headerLine(api) +
      importLine(
        ["createKeyClient", "type Credential", "type KeyRules", "type SharedClientOptions"],
        "@cloud-clients/runtime/kit",
      ) +
      importLine(["userAgent"], "../version.js") +
      importLine(["api"], "./operations.js") +
      importLine([`type ${name}Client`, "type paths"], "./types.js"),
    `const security = ${rules} as const satisfies KeyRules;\n`,
    ...(named.length > 0
      ? [
          `${docstring(["Who offers this API. Paths and fields are the same; accounts, keys and data are not."])}${choice}`,
        ]
      : []),
    `${docstring([`Options of ${factory}.`])}export interface ${name}ClientOptions extends SharedClientOptions {\n${members(name, named, variables, first)}}\n`,
    functionText({
      doc: docstring(
        [`Creates a client for ${title}. Makes no request.`],
        [
          [
            "@returns",
            "an openapi-fetch client typed by the API's paths, to call directly or to pass to the functions of this package.",
          ],
          ["@throws", "UsageError when there is no key, or an option is not allowed."],
          ...(typeof url === "string" ? [["@see", url] as const] : []),
        ],
      ),
      name: factory,
      parameters: [`options?: ${name}ClientOptions`],
      returns: `${name}Client`,
      callee: "createKeyClient<paths>",
      args: ["api", "security", "userAgent", "options"],
    }),
  ];
  return parts.join("\n");
}

function members(
  name: string,
  named: string[],
  variables: string[],
  first: Service | undefined,
): string {
  const usual =
    variables.length > 1
      ? `the environment variable of the service (${variables.join(", ")})`
      : `the environment variable ${variables[0]}`;
  const address =
    first?.baseUrl === undefined
      ? []
      : [["@default", named.length > 0 ? "that of `service`" : `${first.baseUrl}`] as const];
  const service =
    named.length === 0
      ? ""
      : `${docstring(["Which service to talk to."], [["@default", JSON.stringify(named[0])]], "  ")}  service?: ${name}Service | undefined;\n`;
  return (
    service +
    `${docstring(["The API key, or a function that returns it, called once per attempt."], [["@default", `${usual}, read when the client is created`]], "  ")}  apiKey?: Credential | undefined;\n` +
    `${docstring(["Address of the service, without a path."], address, "  ")}  baseUrl?: string | undefined;\n`
  );
}

/** The header of the one key that every request carries; undefined where there is more to it. */
function keyCarrier(document: JsonObject): Carrier | undefined {
  const [requirement, ...others] = listOf(document.security);
  const names = isObject(requirement) ? Object.keys(requirement) : [];
  if (others.length > 0 || names.length !== 1) return undefined;
  const scheme = getAt(document, ["components", "securitySchemes", String(names[0])]);
  if (!isObject(scheme)) return undefined;
  const { type, scheme: kind, in: place, name } = scheme;
  if (type === "http" && String(kind).toLowerCase() === "bearer") {
    return { header: "authorization", prefix: "Bearer " };
  }
  const plain = typeof name === "string" && /^[A-Za-z0-9-]{1,128}$/.test(name);
  return type === "apiKey" && place === "header" && plain
    ? { header: name.toLowerCase() }
    : undefined;
}

/** Those whose address is whole; with a name each where there is a choice. */
function servicesOf(api: Api, document: JsonObject): Service[] {
  const servers = listOf(document.servers).filter(isObject);
  const whole = servers.filter(({ url }) => typeof url === "string" && !url.includes("{"));
  const named = whole.filter((server) => server["x-service-name"] !== undefined);
  if (named.length === 0) {
    const [url] = whole.map((server) => String(server.url).replace(/\/$/, ""));
    return [{ ...(url === undefined ? {} : { baseUrl: url }), variable: variableOf(api.name) }];
  }
  return named.map(({ url, "x-service-name": name }) => {
    if (typeof name !== "string" || !/^[a-z][a-z0-9-]{0,63}$/.test(name)) {
      throw new InputError(
        `${api.bundle}: the x-service-name of a server must be up to 64 lower-case letters, digits and "-", a letter first`,
      );
    }
    return { name, baseUrl: String(url).replace(/\/$/, ""), variable: variableOf(name) };
  });
}

function variableOf(name: string): string {
  return `${name.toUpperCase().replaceAll("-", "_")}_API_KEY`;
}
