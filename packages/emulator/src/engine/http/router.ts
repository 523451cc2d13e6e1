import { Hono } from "hono";
import type { Operation } from "../spec/operations.js";
import type { Specification } from "../spec/specification.js";
import { type AllowedOrigins, allowOrigins } from "./allow-origins.js";

/** What the router found for a request. */
export interface Route {
  readonly operation?: Operation;
  /** Values of the path parameters, percent-decoded. */
  readonly params: Readonly<Record<string, string>>;
  /** Methods that the path has, when the request's is none of them. */
  readonly allowed?: readonly string[];
}

/** Responds to a request that has been routed. */
export type Serve = (
  request: Request,
  route: Route,
  signal: AbortSignal | undefined,
) => Promise<Response>;

/** Routes a request and returns the response. @throws BrokenConnection, or the signal's reason */
export type Router = (request: Request, signal: AbortSignal | undefined) => Promise<Response>;

/**
 * Sends each request to `serve` with the operation that it names: by the path that the document has, or
 * that path behind the one of a server. Errors that `serve` throws come out as they are.
 */
export function createRouter(
  { operations, prefixes }: Pick<Specification, "operations" | "prefixes">,
  serve: Serve,
  origins: AllowedOrigins = false,
): Router {
  const app = new Hono<{ Bindings: { signal: AbortSignal | undefined } }>();
  if (origins !== false) app.use(allowOrigins(origins));
  const paths = [...new Set(operations.map(({ path }) => path))].sort(comparePaths);
  for (const path of paths) {
    const group = operations.filter((operation) => operation.path === path);
    const allowed = group.map(({ method }) => method.toUpperCase());
    for (const prefix of ["", ...prefixes]) {
      const { pattern, paramsOf } = compilePath(path, prefix);
      for (const operation of group) {
        app.on(operation.method.toUpperCase(), pattern, (c) =>
          serve(c.req.raw, { operation, params: paramsOf(c.req.param()) }, c.env.signal),
        );
      }
      app.all(pattern, (c) => serve(c.req.raw, { params: {}, allowed }, c.env.signal));
    }
  }
  app.notFound((c) => serve(c.req.raw, { params: {} }, c.env.signal));
  app.onError((error) => {
    throw error;
  });
  return async (request, signal) => app.fetch(request, { signal });
}

function escapeExpression(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

type Params = Readonly<Record<string, string>>;

/**
 * A path as the router takes it. A segment such as `{id}:cancel`, of which only a part is a parameter, is
 * matched whole and taken apart afterwards.
 */
function compilePath(
  path: string,
  prefix: string,
): { readonly pattern: string; readonly paramsOf: (found: Params) => Params } {
  const readers: ((found: Params) => Params)[] = [];
  const segments = path.split("/").map((segment, index) => {
    const names = [...segment.matchAll(/\{([^}]+)\}/g)].map(([, name = ""]) => name);
    if (names.length === 0) return segment;
    const parts = segment.split(/\{[^}]+\}/).map((text) => escapeExpression(text));
    const exact = new RegExp(`^${parts.join("(.+?)")}$`);
    const label = `p${index}`;
    readers.push((found) => {
      const values = exact.exec(found[label] ?? "") ?? [];
      return Object.fromEntries(names.map((name, at) => [name, values[at + 1] ?? ""]));
    });
    return segment === `{${names[0]}}` ? `:${label}` : `:${label}{${parts.join("[^/]+")}}`;
  });
  return {
    pattern: `${prefix}${segments.join("/")}`,
    paramsOf: (found) => Object.assign({}, ...readers.map((read) => read(found))),
  };
}

/** Written-out paths come before templates, as OpenAPI asks. */
function comparePaths(a: string, b: string): number {
  const left = a.split("/");
  const right = b.split("/");
  for (const [index, segment] of left.entries()) {
    const other = right[index] ?? "";
    const difference = openness(segment) - openness(other);
    if (difference !== 0) return difference;
    if (segment !== other) return segment < other ? -1 : 1;
  }
  return left.length - right.length;
}

/** How much a segment leaves open: nothing, a part, or all of it. */
function openness(segment: string): number {
  if (!segment.includes("{")) return 0;
  return /^\{[^}]+\}$/.test(segment) ? 2 : 1;
}
