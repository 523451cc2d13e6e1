import { UsageError } from "../errors/usage-error.js";
import { checkHeaders } from "./input.js";

/** A credential, or a function that returns it, called once per attempt. */
export type Credential = string | (() => string | Promise<string>);

/**
 * Checks a credential when the client is created, and reads it once per attempt.
 *
 * @param name - the name of the option.
 * @param hint - what to do if it is missing.
 * @param check - what a value must be; by default, text that can be sent in a header.
 * @throws UsageError when it is missing or not allowed; the value is never shown.
 */
export function readCredential(
  name: string,
  credential: Credential | undefined,
  hint: string,
  check: typeof checkText = checkText,
): () => string | Promise<string> {
  if (typeof credential === "function") {
    return async () => check(name, await credential(), "the function returned none");
  }
  const value = check(name, credential, hint);
  return () => value;
}

/**
 * Checks that an option is a string that can be sent in a header.
 *
 * @throws UsageError naming the option; the value is never shown.
 */
export function checkText(name: string, value: unknown, hint: string): string {
  const text = checkPresent(name, value, hint);
  checkHeaders({ [name]: text });
  return text;
}

/** Checks that an option is a string and not empty. @throws UsageError naming it, never showing the value */
export function checkPresent(name: string, value: unknown, hint: string): string {
  if (value && typeof value === "string") return value;
  throw new UsageError(`${name} is missing or not a string: ${hint}`);
}

/** An environment variable, if there is an environment; read when called, never at import. */
export function environment(name: string): string | undefined {
  const { process } = globalThis as { process?: { env?: Record<string, string | undefined> } };
  return process?.env?.[name] || undefined;
}
