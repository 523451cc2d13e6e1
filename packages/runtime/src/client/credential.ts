import { UsageError } from "../errors/usage-error.js";
import { checkHeaders } from "./input.js";

/** A credential, or a function that gives it, called once per attempt. */
export type Credential = string | (() => string | Promise<string>);

/**
 * Checks a credential when the client is created, and reads it once per attempt.
 *
 * @param name - the option it came in.
 * @param hint - what to do when there is none.
 * @throws UsageError when it is missing or no header can carry it; the value is never shown.
 */
export function readCredential(
  name: string,
  credential: Credential | undefined,
  hint: string,
): () => string | Promise<string> {
  if (typeof credential === "function") {
    return async () => checkText(name, await credential(), "the function given gave none");
  }
  const value = checkText(name, credential, hint);
  return () => value;
}

/**
 * Checks that an option is text that a header can carry.
 *
 * @throws UsageError naming the option; the value is never shown.
 */
export function checkText(name: string, value: unknown, hint: string): string {
  if (!value || typeof value !== "string") {
    throw new UsageError(`${name} is missing or no text: ${hint}`);
  }
  checkHeaders({ [name]: value });
  return value;
}

/** A variable of the environment, where there is one; read when asked for, never at import. */
export function environment(name: string): string | undefined {
  const { process } = globalThis as { process?: { env?: Record<string, string | undefined> } };
  return process?.env?.[name] || undefined;
}
