import type { Answer } from "../http/answer.js";
import { Refusal } from "../service/refusal.js";
import type { BodyFault, Fault, RedirectFault, StatusFault, When } from "./fault.js";
import { during, faultsOf } from "./find-fault.js";

/**
 * What the faults answer at this moment in place of the service: a refusal to be put into the
 * vendor's form, or an answer as it is. `undefined` when they leave the answer alone.
 */
export function replaceAnswer<State>(
  faults: readonly Fault<State>[],
  when: When,
  url: URL,
): Refusal | Answer | undefined {
  const [redirect] = when === "before" ? faultsOf(faults, "redirect") : [];
  if (redirect) return redirected(redirect, url);
  const [status] = during(faultsOf(faults, "status"), when, "before");
  if (status) return toRefusal(status);
  const [body] = during(faultsOf(faults, "body"), when, "after");
  return body && plain(body);
}

function redirected({ to, status = 307 }: RedirectFault, url: URL): Answer {
  const location = new URL(`${url.pathname}${url.search}`, to).href;
  return { status, headers: { location }, text: undefined };
}

function toRefusal({ status, retryAfter, ...rest }: StatusFault): Refusal {
  const { code = "FAULT", message = `emulator: told to answer ${status}` } = rest;
  const headers = retryAfter === undefined ? {} : { "retry-after": String(retryAfter) };
  return new Refusal(status, code, message, headers);
}

function plain({ text, status = 200, contentType = "application/json" }: BodyFault): Answer {
  return { status, headers: { "content-type": contentType }, text };
}
