import {
  type Attributes,
  type Context,
  context,
  type Span,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from "@opentelemetry/api";
import type { Hooks } from "./client/hooks.js";

/** How {@link openTelemetryHooks} traces. */
export interface OpenTelemetryOptions {
  /**
   * Makes the spans.
   *
   * @default the global provider's tracer `@cloud-clients/runtime`
   */
  tracer?: Tracer;
}

/**
 * Hooks that trace a client: a span per call, below whatever span is active when the call is made, and
 * below it a client span per attempt. Names and attributes follow OpenTelemetry's conventions for HTTP
 * clients; addresses are path templates, so that no id of a resource is exported.
 *
 * @see https://opentelemetry.io/docs/specs/semconv/http/http-spans/#http-client
 */
export function openTelemetryHooks({
  tracer = trace.getTracer("@cloud-clients/runtime"),
}: OpenTelemetryOptions = {}): Hooks {
  const calls = new Map<string, Running>();
  return {
    onCallStart({ callId, operation, server }) {
      const common = attributesOf(operation, server);
      const call = tracer.startSpan(operation, { attributes: common });
      calls.set(callId, { call, common, around: trace.setSpan(context.active(), call) });
    },
    onRequest({ callId, operation, attempt }) {
      const running = calls.get(callId);
      if (!running) return;
      const resent = attempt > 1 ? { "http.request.resend_count": attempt - 1 } : {};
      running.attempt = tracer.startSpan(
        operation,
        { kind: SpanKind.CLIENT, attributes: { ...running.common, ...resent } },
        running.around,
      );
    },
    onResponse: ({ callId, status }) => end(calls.get(callId)?.attempt, status, undefined),
    onError: ({ callId, error }) => end(calls.get(callId)?.attempt, undefined, error),
    onRetry({ callId, waitMs }) {
      calls.get(callId)?.call.addEvent("retry", { "cloud_clients.wait_ms": waitMs });
    },
    onCallEnd({ callId, status, error }) {
      end(calls.get(callId)?.call, status, error);
      calls.delete(callId);
    },
  };
}

/** The spans of a call that has not ended. */
interface Running {
  readonly call: Span;
  readonly common: Attributes;
  /** Where the spans of its attempts belong. */
  readonly around: Context;
  attempt?: Span;
}

function attributesOf(operation: string, server: string): Attributes {
  const [method = "", template = ""] = operation.split(" ");
  const { protocol, hostname, port } = new URL(server);
  return {
    "http.request.method": method,
    "url.template": template,
    "url.scheme": protocol.slice(0, -1),
    "server.address": hostname,
    "server.port": Number(port) || (protocol === "http:" ? 80 : 443),
  };
}

function end(span: Span | undefined, status: number | undefined, error: string | undefined): void {
  if (!span) return;
  if (status !== undefined) span.setAttribute("http.response.status_code", status);
  const failure = error ?? (status !== undefined && status >= 400 ? String(status) : undefined);
  if (failure !== undefined) {
    span.setAttribute("error.type", failure);
    span.setStatus({ code: SpanStatusCode.ERROR });
  }
  span.end();
}
