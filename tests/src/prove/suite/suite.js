// The conformance suite, as it runs in each runtime: no test framework, and the packages by name, as in a user's program.
import {
  createEndpointService,
  createVpcepClient,
  listEndpointServices,
} from "@cloud-clients/huaweicloud-vpcep";
import {
  addPorts,
  applyPortsPlan,
  createPpioGpuClient,
  getInstance,
  listInstances,
  planPorts,
  startInstance,
} from "@cloud-clients/ppio-gpu";
import { writes } from "./writes.js";

/**
 * Runs every check and counts the writes.
 *
 * @param {import("../stage.js").Addresses} addresses
 * @returns {Promise<import("../report.js").Findings>}
 */
export async function runSuite(addresses) {
  const stage = controlOf(addresses.control);
  const ppio = (options = {}) =>
    createPpioGpuClient({
      baseUrl: addresses.ppio,
      apiKey: "the-right-key",
      retry: { baseMs: 1, maxMs: 1 },
      ...options,
    });
  const vpcep = (secret) =>
    createVpcepClient({
      baseUrl: addresses.vpcep,
      projectId: "project",
      accessKey: { id: "AKID", secret },
    });
  /** @type {import("../report.js").Findings} */
  const findings = { passed: [], failed: [], refusedSent: undefined, writes: {} };
  for (const [name, check] of Object.entries(
    checksOf({ addresses, stage, ppio, vpcep, findings }),
  )) {
    await stage.calm();
    try {
      await check();
      findings.passed.push(name);
    } catch (error) {
      findings.failed.push({ name, reason: String(error) });
    }
  }
  await stage.calm();
  findings.writes = await writes(addresses.ppio, stage, ppio);
  return findings;
}

function checksOf({ addresses, stage, ppio, vpcep, findings }) {
  const firstId = async () =>
    (await listInstances(ppio(), { limit: 1 }).collect({ maxItems: 1 })).items[0].id;
  return {
    async "a list is walked to its end"() {
      const { items } = await listInstances(ppio(), { limit: 50 }).collect();
      equal(items.length, 120);
      equal(new Set(items.map(({ id }) => id)).size, 120);
    },
    async "a walk goes on from its checkpoint"() {
      const part = await listInstances(ppio(), { limit: 50 }).collect({ maxItems: 70 });
      const rest = await listInstances(ppio(), { limit: 50, from: part.checkpoint }).collect();
      equal(new Set([...part.items, ...rest.items].map(({ id }) => id)).size, 120);
    },
    async "a list that contradicts itself is an error"() {
      await stage.fault("ppio", {
        match: { operation: "listInstances", nth: 2 },
        times: 10,
        fault: { kind: "repeatCursor" },
      });
      const error = await errorOf(listInstances(ppio(), { limit: 50 }).collect());
      equal(error.name, "PaginationError");
    },
    async "an edit adds a port and keeps the others"() {
      const id = await firstId();
      const { ports: before } = await getInstance(ppio(), id);
      await addPorts(ppio(), id, [{ port: 9001, protocol: "tcp" }]);
      const { ports: after } = await getInstance(ppio(), id);
      equal(after.length, before.length + 1);
      equal(
        after.some(({ port }) => port === 9001),
        true,
      );
    },
    async "a plan is shown, applied, and refused once the ports have changed"() {
      const id = await firstId();
      const plan = await planPorts(ppio(), id, { present: [{ port: 9002, protocol: "http" }] });
      equal(plan.added.length, 1);
      const late = await planPorts(ppio(), id, { present: [{ port: 9003, protocol: "http" }] });
      await applyPortsPlan(ppio(), plan);
      const error = await errorOf(applyPortsPlan(ppio(), late));
      equal(error.name, "ConcurrentWriteError");
    },
    async "an edit whose response is lost looks before it writes again"() {
      const id = await firstId();
      await stage.fault("ppio", {
        match: { method: "PUT" },
        fault: { kind: "reset", when: "after" },
      });
      await addPorts(ppio(), id, [{ port: 9004, protocol: "tcp" }]);
      const { ports } = await getInstance(ppio(), id);
      equal(ports.filter(({ port }) => port === 9004).length, 1);
    },
    async "a missing instance is a NotFoundError with the request's id"() {
      const error = await errorOf(getInstance(ppio(), "nope"));
      equal([error.name, error.kind, error.status], ["NotFoundError", "api", 404]);
      equal(typeof error.requestId, "string");
    },
    async "a wrong key is an AuthenticationError that does not show it"() {
      const error = await errorOf(listInstances(ppio({ apiKey: "the-wrong-key" })).collect());
      equal(error.name, "AuthenticationError");
      equal(`${error} ${JSON.stringify(error)} ${error.stack}`.includes("the-wrong-key"), false);
    },
    async "an id that could address something else is refused before any request"() {
      await stage.forget();
      equal((await errorOf(getInstance(ppio(), ".."))).name, "UsageError");
      equal(await stage.requests(), []);
    },
    async "a redirect is not followed"() {
      await stage.fault("ppio", { fault: { kind: "redirect", to: addresses.vpcep } });
      const error = await errorOf(getInstance(ppio(), "any"));
      equal(error.name, "RedirectError");
    },
    async "a body that is not JSON is a ResponseParseError"() {
      await stage.fault("ppio", {
        fault: { kind: "body", text: "<html>", contentType: "text/html" },
      });
      equal((await errorOf(getInstance(ppio(), "any"))).name, "ResponseParseError");
    },
    async "a body that breaks off is a NetworkError, and may have been sent"() {
      await stage.fault("ppio", { fault: { kind: "truncate", bytes: 10 } });
      const error = await errorOf(listInstances(ppio({ retry: false })).collect());
      equal([error.name, error.sent], ["NetworkError", true]);
    },
    async "a read is sent again after 503, twice"() {
      const attempts = [];
      const client = ppio({ hooks: { onRequest: ({ attempt }) => attempts.push(attempt) } });
      await stage.fault("ppio", { times: 2, fault: { kind: "status", status: 503 } });
      await listInstances(client, { limit: 1 }).collect({ maxItems: 1 });
      equal(attempts, [1, 2, 3]);
    },
    async "a write that acts twice is not sent again after 500"() {
      const id = await firstId();
      await stage.forget();
      await stage.fault("ppio", {
        match: { method: "PUT" },
        fault: { kind: "status", status: 500 },
      });
      equal((await errorOf(startInstance(ppio(), id))).name, "ServerError");
      equal((await stage.requests()).filter(({ method }) => method === "PUT").length, 1);
    },
    async "a write is sent again after 429, when Retry-After says"() {
      const waits = [];
      const client = ppio({ hooks: { onRetry: ({ waitMs }) => waits.push(waitMs) } });
      const id = await firstId();
      await stage.fault("ppio", {
        match: { method: "PUT" },
        fault: { kind: "status", status: 429, retryAfter: 1 },
      });
      await client.PUT("/gpus/v2/instances/{instance_id}/auto-renew", {
        params: { path: { instance_id: id } },
        body: { auto_renew: true },
      });
      equal(waits.length, 1);
      equal(waits[0] >= 1000, true);
    },
    async "requests are signed so that the service agrees"() {
      const { items } = await listEndpointServices(vpcep("the-secret")).collect();
      equal(items.length, 7);
      const made = await createEndpointService(vpcep("the-secret"), {
        port_id: "4189d3c2-8882-4871-a3c2-d380272eed88",
        vpc_id: "4189d3c2-8882-4871-a3c2-d380272eed80",
        service_name: "prove",
        server_type: "VM",
        description: "签名 ünï",
        ports: [{ client_port: 8080, server_port: 90, protocol: "TCP" }],
      });
      equal(typeof made.id, "string");
    },
    async "a signature with another secret is an AuthenticationError"() {
      const error = await errorOf(listEndpointServices(vpcep("another-secret")).collect());
      equal(error.name, "AuthenticationError");
    },
    async "a call ends when it is aborted"() {
      await stage.fault("ppio", { fault: { kind: "latency", ms: 60_000 } });
      const controller = new AbortController();
      const client = ppio({ hooks: { onRequest: () => setTimeout(() => controller.abort(), 20) } });
      const error = await errorOf(getInstance(client, "any", { signal: controller.signal }));
      equal(error.name, "AbortedError");
    },
    async "an attempt ends when its time is up"() {
      await stage.fault("ppio", { fault: { kind: "latency", ms: 60_000 } });
      const client = ppio({ attemptTimeoutMs: 50, retry: false });
      const error = await errorOf(getInstance(client, "any"));
      equal([error.name, error.source], ["TimeoutError", "attempt"]);
    },
    async "a body is read as a stream"() {
      const { data } = await ppio().GET("/gpus/v2/instances", { parseAs: "stream" });
      const { data: instances } = JSON.parse(await new Response(data).text());
      equal(instances.length > 0, true);
    },
    async "a refused connection is a NetworkError"() {
      const error = await errorOf(
        startInstance(ppio({ baseUrl: addresses.nobody, retry: false }), "any"),
      );
      equal(error.name, "NetworkError");
      findings.refusedSent = error.sent;
    },
  };
}

/** The stage's controls, over HTTP, because the suite may run in a browser. */
function controlOf(address) {
  const ask = async (method, path, body) => {
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
    const response = await fetch(`${address}${path}`, init);
    const text = await response.text();
    if (!response.ok) throw new Error(`the stage returned ${response.status}: ${text}`);
    return text === "" ? undefined : JSON.parse(text);
  };
  return {
    fault: (api, rule) => ask("POST", `/faults/${api}`, rule),
    calm: () => ask("DELETE", "/faults"),
    requests: () => ask("GET", "/requests"),
    forget: () => ask("DELETE", "/requests"),
  };
}

function equal(actual, expected) {
  const [found, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (found !== wanted) throw new Error(`${found} instead of ${wanted}`);
}

async function errorOf(promise) {
  const value = await promise.then(
    () => undefined,
    (error) => error,
  );
  if (value === undefined) throw new Error("no error");
  return value;
}
