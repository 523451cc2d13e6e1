import { inspect } from "node:util";
import {
  createVpcepClient,
  editPorts,
  listEndpointServices,
} from "@cloud-clients/huaweicloud-vpcep";
import { operationsOf } from "@cloud-clients/openapi-model";
import { addPorts, createPpioGpuClient, listInstances, unwrap } from "@cloud-clients/ppio-gpu";
import { type ApiClientRules, createApiClient } from "@cloud-clients/runtime/kit";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { parse } from "yaml";
import { apis, read } from "../src/repo.js";

const secrets = {
  apiKey: "sk_live_0123456789abcdef",
  token: "MIIFtokenXYZ0123456789",
  id: "AKIDEXAMPLE0123456789",
  secret: "SKverysecret0123456789",
  securityToken: "STStemporary0123456789",
  accessToken: "eyJhbGciOi.J9.s1gn4ture-0123",
  password: "c0rrect horse ✓ battery",
  application: "app_9876543210fedcba",
};

const printed: unknown[] = [];
beforeEach(() => {
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, "write").mockImplementation((text) => {
      printed.push(text);
      return true;
    });
  }
});
afterEach(() => {
  vi.restoreAllMocks();
  printed.length = 0;
});

/** Responses of a service that quotes in every possible place what it was sent. */
const quoting: Record<string, (sent: string) => Response | Error> = {
  "a JSON error": (sent) =>
    new Response(JSON.stringify({ error: { code: "E", message: sent } }), { status: 401 }),
  "a flat error": (sent) =>
    new Response(JSON.stringify({ error_code: sent, error_msg: sent }), { status: 403 }),
  "an error in plain text": (sent) => new Response(`${sent} is wrong`, { status: 400 }),
  "a failure that is repeated": (sent) => new Response(sent, { status: 503 }),
  "a page of HTML with 200": (sent) => new Response(`<p>${sent}</p>`),
  "a redirect": (sent) =>
    new Response("", {
      status: 302,
      headers: { location: `https://other.example/${encodeURIComponent(sent)}` },
    }),
  "a broken connection": (sent) =>
    new TypeError(`fetch failed for ${sent}`, {
      cause: Object.assign(new Error(sent), { code: "ECONNRESET" }),
    }),
};

const credentials = Object.assign(
  {},
  ...(await Promise.all([...apis, "any other API"].map(clientsOf))),
) as Clients;

describe("no credential is printed, thrown or handed to a hook", () => {
  for (const [name, respond] of Object.entries(quoting)) {
    for (const [credential, make] of Object.entries(credentials)) {
      it(`when the response is ${name} and the credential ${credential}`, async () => {
        const collected: unknown[] = [];
        let requests = 0;
        const fetch = async ({ headers }: Request): Promise<Response> => {
          requests++;
          const sent = [...headers.values()].join(" ");
          const result = respond(sent);
          if (result instanceof Error) throw result;
          return result;
        };
        const note = (event: unknown) => collected.push(event);
        const hooks = {
          onRequest: note,
          onResponse: note,
          onRetry: note,
          onPage: note,
          onPlan: note,
        };
        for (const call of make({ fetch, hooks, retry: { retries: 1, baseMs: 1 } })) {
          collected.push(await call().catch((error: unknown) => error));
        }
        expect(requests).toBeGreaterThan(3);
        expect(collected.length).toBeGreaterThan(6);
        const text = [...collected, ...printed]
          .map((one) => `${inspect(one, { depth: 12, showHidden: true })}\n${JSON.stringify(one)}`)
          .join("\n");
        for (const secret of Object.values(secrets)) expect(text).not.toContain(secret);
        expect(text).not.toContain(Buffer.from(secrets.password).toString("base64").slice(4, -4));
        expect(text).not.toMatch(/Signature=[0-9a-f]{8}/);
      });
    }
  }

  it("when a key cannot be sent", async () => {
    const bad = `${secrets.apiKey}\r\nx: y`;
    const client = createPpioGpuClient({ apiKey: () => bad });
    for (const failing of [
      () => createPpioGpuClient({ apiKey: bad }),
      () => unwrap(client.GET("/gpus/v2/instances")),
    ]) {
      const error = await (async () => failing())().catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(Error);
      expect(inspect(error, { depth: 12 })).not.toContain(secrets.apiKey);
    }
  });
});

interface Anything {
  "/things": Record<
    "get" | "delete",
    { responses: { 200: { content: { "application/json": object } } } }
  >;
}

type Shared = Parameters<typeof createPpioGpuClient>[0] & object;

/** Calls of a client, by the credential that it has. */
type Clients = Record<string, (shared: Shared) => (() => Promise<unknown>)[]>;

/** The clients of an API, by each credential that they take: those below, or one with the generated client's key. */
async function clientsOf(api: string): Promise<Clients> {
  const own = ownClients()[api];
  if (own !== undefined) return own;
  const library = await import(`@cloud-clients/${api}`);
  const factory = Object.keys(library).find((name) => /^create\w+Client$/.test(name)) ?? "";
  const { paths } = parse(await read(`specs/${api}/openapi.yaml`));
  const gets = operationsOf(paths).filter(({ method }) => method === "get");
  return {
    [`the key of ${api}`]: (shared) => {
      const client = library[factory]({ ...shared, apiKey: secrets.apiKey });
      return gets.slice(0, 4).map(({ path }) => () => {
        const names = [...path.matchAll(/\{(.+?)\}/g)].map(([, name]) => [name, "i"]);
        return unwrap(client.GET(path, { params: { path: Object.fromEntries(names) } }));
      });
    },
  };
}

function ownClients(): Readonly<Record<string, Clients>> {
  const vpcep = (credential: object) => (shared: Shared) => {
    const client = createVpcepClient({
      ...shared,
      region: "cn-north-4",
      projectId: "p",
      ...credential,
    });
    const path = { vpc_endpoint_service_id: "s" };
    return [
      () =>
        unwrap(
          client.GET("/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}", {
            params: { path },
          }),
        ),
      () => listEndpointServices(client).collect(),
      () => editPorts(client, "s", (ports) => ports),
      () =>
        unwrap(
          client.POST("/v1/{project_id}/vpc-endpoints", {
            body: { endpoint_service_id: "s", vpc_id: "v" },
          }),
        ),
    ];
  };
  const generated = (ways: ApiClientRules["ways"], credentials: object) => (shared: Shared) => {
    const services = [{ baseUrl: "https://api.example.org", environment: "EXAMPLE" }];
    const { hooks, retry, fetch } = shared;
    const client = createApiClient<Anything>(
      { servers: [] },
      { factory: "createExampleClient", services, ways },
      "example/1",
      { hooks, retry, fetch, ...credentials },
    );
    return [
      () => unwrap(client.GET("/things")),
      () => unwrap(client.DELETE("/things")),
      () => client.GET("/things", { parseAs: "stream" }),
      () => client.GET("/things").then(({ error }) => error),
    ];
  };
  const { id, secret, securityToken, token, apiKey } = secrets;
  const { accessToken, password, application } = secrets;
  const bearer = { option: "accessToken", header: "authorization", prefix: "Bearer " } as const;
  const own = { option: "application", header: "x-application" } as const;
  const vpcepClients = {
    "a token": vpcep({ token }),
    "an access key": vpcep({ accessKey: { id, secret } }),
    "a temporary access key": vpcep({ accessKey: { id, secret, securityToken } }),
  };
  const ppioClients: Clients = {
    "an API key": (shared) => {
      const client = createPpioGpuClient({ ...shared, apiKey });
      const params = { path: { instance_id: "i" } };
      return [
        () => unwrap(client.GET("/gpus/v2/instances/{instance_id}", { params })),
        () => listInstances(client).collect(),
        () => addPorts(client, "i", [{ port: 1, protocol: "tcp" }]),
        () =>
          unwrap(
            client.PUT("/gpus/v2/instances/{instance_id}/renew", { params, body: { months: 1 } }),
          ),
      ];
    },
  };
  const otherClients: Clients = {
    "an access token": generated([[bearer]], { accessToken: async () => accessToken }),
    "a user name and a password": generated([[{ basic: true }]], { username: "käthe", password }),
    "two keys in two headers": generated([[bearer, own]], { accessToken, application }),
  };
  return {
    "huaweicloud-vpcep": vpcepClients,
    "ppio-gpu": ppioClients,
    "any other API": otherClients,
  };
}
