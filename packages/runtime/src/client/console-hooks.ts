import { oneLine } from "../base/text.js";
import type { Hooks } from "./hooks.js";

/** Where {@link consoleHooks} writes. */
export interface ConsoleHooksOptions {
  /**
   * Receives each line.
   *
   * @default console.debug
   */
  log?: (line: string) => void;
}

/**
 * Hooks that write one line per event, for debugging. Lines contain path templates, statuses, times and
 * request ids, but no resource ids, bodies or credentials.
 */
export function consoleHooks({ log = console.debug }: ConsoleHooksOptions = {}): Hooks {
  const write = (callId: string, operation: string, what: string): void =>
    log(`[${callId}] ${operation}: ${what}`);
  const ms = (time: number): string => `${Math.round(time)} ms`;
  return {
    onRequest: ({ callId, operation, attempt }) => write(callId, operation, `attempt ${attempt}`),
    onResponse({ callId, operation, status, durationMs, requestId }) {
      const id = requestId ? `, request id ${oneLine(requestId)}` : "";
      write(callId, operation, `${status} after ${ms(durationMs)}${id}`);
    },
    onError: ({ callId, operation, error, durationMs }) =>
      write(callId, operation, `${error} after ${ms(durationMs)}`),
    onRetry: ({ callId, operation, reason, waitMs }) =>
      write(callId, operation, `${reason}, next attempt in ${ms(waitMs)}`),
    onCallEnd: ({ callId, operation, status, error, durationMs }) =>
      write(callId, operation, `ended with ${status ?? error} after ${ms(durationMs)}`),
    onPage: ({ callId, operation, page, items }) =>
      write(callId, operation, `page ${page}, ${items} items`),
    onPlan: ({ callId, operation, added, removed, changed, kept }) =>
      write(
        callId,
        operation,
        `${added} added, ${removed} removed, ${changed} changed, ${kept} kept`,
      ),
  };
}
