import { UsageError } from "../errors/usage-error.js";
import { checkHeader } from "./header-guard.js";

/** A credential, or a function that gives it, called once per attempt. */
export type Credential = string | (() => string | Promise<string>);

/**
 * Checks a credential when the client is created, and reads it once per attempt.
 *
 * @param name - the option it came in.
 * @param missing - what to do when there is none.
 * @throws UsageError when it is missing or no header can carry it; the value is never shown.
 */
export function readCredential(
  name: string,
  credential: Credential | undefined,
  missing: string,
): () => Promise<string> {
  if (typeof credential !== "function") checkText(name, credential, missing);
  return async () => {
    const value = typeof credential === "function" ? await credential() : credential;
    return checkText(name, value, `the function given as ${name} returned none`);
  };
}

/**
 * Checks that an option is text that a header can carry.
 *
 * @throws UsageError naming the option; the value is never shown.
 */
export function checkText(name: string, value: unknown, missing: string): string {
  if (value === undefined || value === null || value === "") {
    throw new UsageError(`${name} is missing: ${missing}`);
  }
  if (typeof value !== "string") throw new UsageError(`${name} must be text, not ${typeof value}`);
  return checkHeader(name, value);
}

/** A variable of the environment, where there is one; read when asked for, never at import. */
export function environment(name: string): string | undefined {
  const { process } = globalThis as { process?: { env?: Record<string, string | undefined> } };
  return process?.env?.[name] || undefined;
}
