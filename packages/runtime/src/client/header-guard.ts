import { UsageError } from "../errors/usage-error.js";

const forbidden = /[^\t\x20-\x7e\x80-\xff]/;

/**
 * Checks header values: a line break would let one add headers of its own. The error names the
 * header but never shows the value, which may be a credential.
 *
 * @throws UsageError when a value has a character that no header may hold.
 */
export function checkHeaders(headers: object): void {
  for (const name of Object.keys(headers)) {
    if (forbidden.test(String(headers[name as never]))) {
      throw new UsageError(`${name} holds a character that no header can carry`);
    }
  }
}
