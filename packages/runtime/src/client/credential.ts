import { UsageError } from "../errors/usage-error.js";
import { checkHeaders } from "./input.js";

/** A credential, or a function that returns it, called once per attempt. */
export type Credential = string | (() => string | Promise<string>);

/**
 * Checks a credential when the client is created, and reads it once per attempt.
 *
 * @param name - the name of the option.
 * @param hint - what to do if it is missing.
 * @throws UsageError when it is missing or cannot be sent in a header; the value is never shown.
 */
export function readCredential(
  name: string,
  credential: Credential | undefined,
  hint: string,
): () => string | Promise<string> {
  if (typeof credential === "function") {
    return async () => checkText(name, await credential(), "the function returned none");
  }
  const value = checkText(name, credential, hint);
  return () => value;
}

/**
 * Checks that an option is a string that can be sent in a header.
 *
 * @throws UsageError naming the option; the value is never shown.
 */
export function checkText(name: string, value: unknown, hint: string): string {
  if (!value || typeof value !== "string") {
    throw new UsageError(`${name} is missing or not a string: ${hint}`);
  }
  checkHeaders({ [name]: value });
  return value;
}

/** An environment variable, if there is an environment; read when called, never at import. */
export function environment(name: string): string | undefined {
  const { process } = globalThis as { process?: { env?: Record<string, string | undefined> } };
  return process?.env?.[name] || undefined;
}
