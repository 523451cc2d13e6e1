const secretHeader = /auth|token|secret|cookie|key/i;
const shortestSecret = 8;
/** People choose shorter ones than machines; below this, every other word would be redacted. */
const shortestPassword = 4;
const basicCredentials = /^basic +((?:[a-z0-9+/]{4})*(?:[a-z0-9+/]{2}==|[a-z0-9+/]{3}=)?)$/i;
const replacement = "[redacted]";

/** Redacts the credentials of one attempt in what comes back. */
export interface Redactor {
  /** Text without credentials, however they were escaped. */
  text(text: string): string;
  /** JSON data without credentials, in keys and values; the same data if it contains none. */
  data(data: unknown): unknown;
  /**
   * What was thrown without credentials, wherever they are: in its causes and other properties, too. The same if it
   * contains none. Objects that cannot be looked into, such as a `Request`, are left out.
   */
  error(error: unknown): unknown;
}

/**
 * Knows the credentials among the headers of a request: of each header that carries one, every part of eight
 * characters or more, and the user name and password of `Basic`.
 *
 * @param secret - names of headers that carry a credential, besides those whose names say so.
 */
export function redactorFor(
  headers: Readonly<Record<string, string>>,
  secret: readonly string[] = [],
): Redactor {
  let found: readonly string[] | undefined;
  const text = (given: string): string => {
    found ??= secretsOf(headers, secret);
    return found.length === 0 ? given : redactText(given, found);
  };
  return {
    text,
    data: (data) => redactData(data, text),
    error: (error) => (isClean(error, text, new Set()) ? error : cleanCopy(error, text, new Map())),
  };
}

/** The credentials in lower case, the longest first, so that none is left in part. */
function secretsOf(
  headers: Readonly<Record<string, string>>,
  secret: readonly string[],
): readonly string[] {
  const secrets = new Set<string>();
  for (const [name, value] of Object.entries(headers)) {
    if (!secretHeader.test(name) && !secret.includes(name)) continue;
    for (const one of userSecrets(value)) secrets.add(lowerCase(one));
    const parts = value.split(/[\s,;]+/).filter(Boolean);
    // The first of several words is the scheme, such as `Bearer`.
    const credentials = parts.length > 1 ? parts.slice(1) : parts;
    for (const part of credentials) {
      const secret = lowerCase(part.replace(/^[\w-]+=(?=[^=])/, ""));
      // A signature says which headers it covers.
      if (secret.length >= shortestSecret && !Object.hasOwn(headers, secret)) secrets.add(secret);
    }
  }
  return [...secrets].sort((a, b) => b.length - a.length);
}

/**
 * What `Basic` credentials hold: user name and password together, and the password. Also as the bytes of their
 * UTF-8, one character each, which is what is left when a text has been percent-encoded.
 */
function userSecrets(value: string): string[] {
  const [, encoded = ""] = basicCredentials.exec(value) ?? [];
  if (encoded === "") return [];
  const bytes = atob(encoded);
  const text = new TextDecoder().decode(Uint8Array.from(bytes, (one) => one.charCodeAt(0)));
  const all = [text, bytes].flatMap((pair) => [pair, pair.slice(pair.indexOf(":") + 1)]);
  return [...new Set(all)].filter((secret) => secret.length >= shortestPassword);
}

/** Where a text that was decoded comes from: its character `at` begins at `starts[at]` of the source. */
interface Decoded {
  readonly text: string;
  readonly starts: readonly number[];
}

/** How deep escapes may be nested: a JSON error in a JSON error, url-encoded. */
const deepest = 4;

function redactText(source: string, secrets: readonly string[]): string {
  const hidden: [start: number, end: number][] = [];
  let decoded: Decoded = { text: source, starts: [] };
  for (let depth = 0; depth <= deepest; depth++) {
    const { text, starts } = decoded;
    const lower = lowerCase(text);
    for (const secret of secrets) {
      for (
        let at = lower.indexOf(secret);
        at >= 0;
        at = lower.indexOf(secret, at + secret.length)
      ) {
        const end = at + secret.length;
        hidden.push(depth === 0 ? [at, end] : [starts[at] as number, starts[end] as number]);
      }
    }
    const next = decode(decoded, depth === 0);
    if (next.text.length === text.length) break;
    decoded = next;
  }
  return hidden.length === 0 ? source : cutOut(source, hidden);
}

/** Of ASCII only: elsewhere a letter in lower case may be longer, and no place would fit any more. */
function lowerCase(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

const escapes =
  /\\u([0-9a-f]{4})|\\x([0-9a-f]{2})|%([0-9a-f]{2})|&#x([0-9a-f]{1,5});|&#(\d{1,6});|&(amp|quot|apos|lt|gt);|\\(.)/gi;
const entities: Record<string, string> = { amp: "&", quot: '"', apos: "'", lt: "<", gt: ">" };

/** Takes one layer of escapes off: JSON's and JavaScript's, those of URLs and those of HTML. */
function decode({ text, starts }: Decoded, first: boolean): Decoded {
  let decoded = "";
  const origins: number[] = [];
  const place = (at: number): number => (first ? at : (starts[at] as number));
  let at = 0;
  const copyUntil = (end: number): void => {
    decoded += text.slice(at, end);
    for (; at < end; at++) origins.push(place(at));
  };
  for (const match of text.matchAll(escapes)) {
    copyUntil(match.index);
    const [whole, unicode, byte, percent, hexEntity, entity, named, plain] = match;
    const hex = unicode ?? byte ?? percent ?? hexEntity;
    const code = hex ? Number.parseInt(hex, 16) : Number(entity);
    const entityText = entities[named?.toLowerCase() ?? ""];
    const one = entityText ?? plain ?? String.fromCodePoint(code);
    decoded += one;
    // Characters beyond 2^16 are two units of a string.
    for (let unit = 0; unit < one.length; unit++) origins.push(place(at));
    at += whole.length;
  }
  copyUntil(text.length);
  origins.push(first ? text.length : (starts[text.length] as number));
  return { text: decoded, starts: origins };
}

function cutOut(source: string, hidden: [start: number, end: number][]): string {
  hidden.sort(([a], [b]) => a - b);
  let clean = "";
  let at = 0;
  for (const [start, end] of hidden) {
    if (end <= at) continue;
    if (start >= at) clean += source.slice(at, start) + replacement;
    at = end;
  }
  return clean + source.slice(at);
}

/** Levels of a body that are looked into. What lies deeper is left out: a stack is only so high. */
const deepestData = 200;

function redactData(data: unknown, text: (given: string) => string, depth = 0): unknown {
  if (typeof data === "string") return text(data);
  if (typeof data !== "object" || data === null) return data;
  if (depth === deepestData) return replacement;
  if (Array.isArray(data)) {
    const items = data.map((item) => redactData(item, text, depth + 1));
    return items.every((item, index) => item === data[index]) ? data : items;
  }
  const entries = Object.entries(data);
  const clean = entries.map(
    ([key, value]) => [text(key), redactData(value, text, depth + 1)] as const,
  );
  const same = clean.every(([key, value], index) => {
    const [oldKey, oldValue] = entries[index] as [string, unknown];
    return key === oldKey && value === oldValue;
  });
  return same ? data : Object.fromEntries(clean);
}

/** Whether nothing that was thrown, or can be reached from it, holds a credential. */
function isClean(value: unknown, text: (given: string) => string, seen: Set<object>): boolean {
  if (typeof value === "string") return text(value) === value;
  if (typeof value !== "object" || value === null || seen.has(value)) return true;
  seen.add(value);
  const isCleanPart = ([key, part]: Part): boolean =>
    isClean(key, text, seen) && isClean(part, text, seen);
  return partsOf(value)?.every(isCleanPart) ?? false;
}

/** A copy without credentials; `undefined` for what cannot be looked into. */
function cleanCopy(
  value: unknown,
  text: (given: string) => string,
  copies: Map<object, object>,
): unknown {
  if (typeof value === "string") return text(value);
  if (typeof value !== "object" || value === null) return value;
  const known = copies.get(value);
  if (known) return known;
  const parts = partsOf(value);
  if (!parts) return undefined;
  const copy: object = isError(value) ? new Error() : Array.isArray(value) ? [] : {};
  copies.set(value, copy);
  for (const [key, part] of parts) {
    Object.defineProperty(copy, typeof key === "string" ? text(key) : key, {
      value: cleanCopy(part, text, copies),
      enumerable: Object.prototype.propertyIsEnumerable.call(value, key),
      configurable: true,
      writable: true,
    });
  }
  return copy;
}

type Part = readonly [key: string | symbol, value: unknown];

/** What belongs to an error even if its class has it. */
const errorParts = ["name", "message", "stack"];

/** The properties of an error, a list or a plain object; `undefined` for anything else. */
function partsOf(value: object): Part[] | undefined {
  if (isError(value)) {
    const keys = new Set([...errorParts, ...Reflect.ownKeys(value)]);
    return [...keys].map((key) => [key, readOf(value, key)]);
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  const isOpen = Array.isArray(value) || prototype === null || prototype === Object.prototype;
  return isOpen ? Object.keys(value).map((key) => [key, readOf(value, key)]) : undefined;
}

/** Errors of another realm, as in Jest, are none of this one's class. */
function isError(value: object): boolean {
  return value instanceof Error || Object.prototype.toString.call(value) === "[object Error]";
}

function readOf(value: object, key: string | symbol): unknown {
  try {
    return Reflect.get(value, key);
  } catch {
    return undefined;
  }
}
