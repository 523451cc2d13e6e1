import type { MiddlewareHandler } from "hono";
import { cors } from "hono/cors";
import type { OptionType } from "../check-options.js";
import { isLoopback } from "./allowed-host.js";

/**
 * Which pages in a browser may use an emulator: with `true` those that come from this computer, as
 * `http://localhost:5173` does, otherwise those of the named origins.
 */
export type AllowedOrigins = boolean | readonly string[];

/** What `cors` takes. */
export const originsType: OptionType = {
  allowed: "true, false, or a list of origins as in https://app.example",
  fits: (value) =>
    typeof value === "boolean" || (Array.isArray(value) && value.every((each) => isOrigin(each))),
};

/** Whether a text is an origin as browsers write it, without a path and not `*`. */
export function isOrigin(text: unknown): boolean {
  return typeof text === "string" && URL.canParse(text) && new URL(text).origin === text;
}

/**
 * Responds to preflight requests, and says to browsers which origin may read a response. Never `*`, which
 * would open what the emulator holds to every page that is open on this computer.
 */
export function allowOrigins(allowed: true | readonly string[]): MiddlewareHandler {
  const fits = (origin: string): boolean =>
    allowed === true
      ? URL.canParse(origin) && isLoopback(new URL(origin).hostname)
      : allowed.includes(origin);
  return cors({
    origin: (origin) => (fits(origin) ? origin : null),
    allowMethods: ["GET", "POST", "PUT", "PATCH", "DELETE"],
    exposeHeaders: ["X-Request-Id", "Retry-After", "Allow", "Location"],
    maxAge: 600,
  });
}
