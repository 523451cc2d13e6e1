import {
  type Context,
  type ContextManager,
  context,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
} from "@opentelemetry/api";
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from "@opentelemetry/sdk-trace-base";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openTelemetryHooks } from "../src/opentelemetry.js";
import { connectionError, json, responding, tinyClient } from "./tiny-api.js";

function recorder() {
  const exporter = new InMemorySpanExporter();
  const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
  const tracer = provider.getTracer("test");
  const hooks = openTelemetryHooks({ tracer });
  return { exporter, tracer, hooks };
}

const params = { path: { id: "private" } };

it("a call is a span, and each attempt a client span below it, by the conventions for HTTP", async () => {
  const { exporter, hooks } = recorder();
  const { fetch } = responding(new Response("", { status: 503 }), json({ id: "x" }));
  await tinyClient({ fetch, hooks }).GET("/things/{id}", { params });
  const spans = exporter.getFinishedSpans();
  const common = {
    "http.request.method": "GET",
    "url.template": "/things/{id}",
    "url.scheme": "https",
    "server.address": "api.example.org",
    "server.port": 443,
  };
  const [first, second, call] = spans;
  expect(spans.map(({ name, kind }) => [name, kind])).toEqual([
    ["GET /things/{id}", SpanKind.CLIENT],
    ["GET /things/{id}", SpanKind.CLIENT],
    ["GET /things/{id}", SpanKind.INTERNAL],
  ]);
  expect(first?.attributes).toEqual({
    ...common,
    "http.response.status_code": 503,
    "error.type": "503",
  });
  expect(first?.status.code).toBe(SpanStatusCode.ERROR);
  expect(second?.attributes).toEqual({
    ...common,
    "http.request.resend_count": 1,
    "http.response.status_code": 200,
  });
  expect(second?.status.code).toBe(SpanStatusCode.UNSET);
  expect(call?.attributes).toEqual({ ...common, "http.response.status_code": 200 });
  expect(call?.events.map(({ name }) => name)).toEqual(["retry"]);
  const parent = call?.spanContext().spanId;
  expect([first, second].map((span) => span?.parentSpanContext?.spanId)).toEqual([parent, parent]);
  expect(JSON.stringify(spans.map(({ attributes }) => attributes))).not.toContain("private");
});

it("a call that rejects ends its spans with the name of the error", async () => {
  const { exporter, hooks } = recorder();
  const { fetch } = responding(connectionError("ECONNRESET"));
  const call = tinyClient({ fetch, hooks, retry: false, baseUrl: "http://127.0.0.1:8080" });
  await expect(call.GET("/things")).rejects.toThrow();
  const spans = exporter.getFinishedSpans();
  expect(spans.map(({ attributes }) => attributes["error.type"])).toEqual([
    "NetworkError",
    "NetworkError",
  ]);
  expect(spans[0]?.attributes["server.port"]).toBe(8080);
});

it("calls at the same time keep their spans apart", async () => {
  const { exporter, hooks } = recorder();
  const client = tinyClient({ fetch: responding(json({ data: [] })).fetch, hooks });
  await Promise.all(Array.from({ length: 20 }, () => client.GET("/things")));
  const spans = exporter.getFinishedSpans();
  const calls = spans.filter(({ kind }) => kind === SpanKind.INTERNAL);
  const attempts = spans.filter(({ kind }) => kind === SpanKind.CLIENT);
  expect(calls).toHaveLength(20);
  const parents = attempts.map(({ parentSpanContext }) => parentSpanContext?.spanId);
  expect(new Set(parents)).toEqual(new Set(calls.map((call) => call.spanContext().spanId)));
  expect(parents).toHaveLength(20);
});

describe("below the span that is active when the call is made", () => {
  /** The context of synchronous code: enough to show what is active in the moment of a call. */
  const stack: Context[] = [];
  const manager: ContextManager = {
    active: () => stack.at(-1) ?? ROOT_CONTEXT,
    with(inner, work, that, ...args) {
      stack.push(inner);
      try {
        return work.call(that as never, ...args);
      } finally {
        stack.pop();
      }
    },
    bind: (_, target) => target,
    enable: () => manager,
    disable: () => manager,
  };
  beforeEach(() => void context.setGlobalContextManager(manager));
  afterEach(() => context.disable());

  it("stands the span of the call", async () => {
    const { exporter, hooks, tracer } = recorder();
    const client = tinyClient({ fetch: responding(json({ data: [] })).fetch, hooks });
    const outer = tracer.startSpan("outer");
    await context.with(trace.setSpan(ROOT_CONTEXT, outer), () => client.GET("/things"));
    outer.end();
    const call = exporter.getFinishedSpans().find(({ name, kind }) => name !== "outer" && !kind);
    expect(call?.parentSpanContext?.spanId).toBe(outer.spanContext().spanId);
  });
});
