import { Hono } from "hono";
import type { Operation } from "../spec/operation.js";
import { type AllowedOrigins, allowOrigins } from "./allow-origins.js";

/** What the router found for a request. */
export interface Route {
  readonly operation?: Operation;
  /** Values of the path parameters, percent-decoded. */
  readonly params: Readonly<Record<string, string>>;
  /** Methods that the path has, when the request's is none of them. */
  readonly allowed?: readonly string[];
}

/** Answers a request that has been routed. */
export type Serve = (
  request: Request,
  route: Route,
  signal: AbortSignal | undefined,
) => Promise<Response>;

/** Routes and answers a request. @throws BrokenConnection, or the signal's reason */
export type Router = (request: Request, signal: AbortSignal | undefined) => Promise<Response>;

/**
 * Sends each request to `serve` with the operation that it names. Errors that `serve` throws come
 * out as they are.
 */
export function createRouter(
  operations: readonly Operation[],
  serve: Serve,
  origins: AllowedOrigins = false,
): Router {
  const app = new Hono<{ Bindings: { signal: AbortSignal | undefined } }>();
  if (origins !== false) app.use(allowOrigins(origins));
  const paths = [...new Set(operations.map(({ path }) => path))].sort(comparePaths);
  for (const path of paths) {
    const group = operations.filter((operation) => operation.path === path);
    const pattern = path.replaceAll(/\{([^}]+)\}/g, ":$1");
    for (const operation of group) {
      app.on(operation.method.toUpperCase(), pattern, (c) =>
        serve(c.req.raw, { operation, params: c.req.param() }, c.env.signal),
      );
    }
    const allowed = group.map(({ method }) => method.toUpperCase());
    app.all(pattern, (c) => serve(c.req.raw, { params: {}, allowed }, c.env.signal));
  }
  app.notFound((c) => serve(c.req.raw, { params: {} }, c.env.signal));
  app.onError((error) => {
    throw error;
  });
  return async (request, signal) => app.fetch(request, { signal });
}

/** Written-out paths come before templates, as OpenAPI asks. */
function comparePaths(a: string, b: string): number {
  const left = a.split("/");
  const right = b.split("/");
  for (const [index, segment] of left.entries()) {
    const other = right[index] ?? "";
    const difference = Number(segment.startsWith("{")) - Number(other.startsWith("{"));
    if (difference !== 0) return difference;
    if (segment !== other) return segment < other ? -1 : 1;
  }
  return left.length - right.length;
}
