import { visible } from "../base/input-error.js";
import { isReserved, isTaken } from "./taken-names.js";

/**
 * Names that a document from outside gives to things, and that enter generated files. What becomes an
 * identifier, a property name or part of an address is checked here; all else enters as a literal
 * (literal.ts). Each function says what is wrong with a name, or nothing.
 */

/** Control characters, line ends, and marks that make a text read otherwise than it is. */
const unseen = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/u;

/** Line ends and tabs belong into prose, and so do the line separators that word processors leave. */
const unseenInProse = /[^\P{Cc}\t\n\r]|[\p{Cs}\u202a-\u202e\u2066-\u2069]/u;

/** Members that every object has: as keys they would be found where nothing was written. */
function isInherited(name: string): boolean {
  return name in Object.prototype;
}

/** An operationId becomes the name of a constant and of a function. */
export function operationIdProblem(name: unknown): string | undefined {
  if (name === undefined) return "has no operationId; an overlay can give one";
  const shown = `the operationId ${quoted(name)}`;
  if (typeof name !== "string" || !/^[A-Za-z][A-Za-z0-9_]{0,63}$/.test(name)) {
    return `${shown} is refused; allowed are up to 64 letters, digits and "_", a letter first`;
  }
  if (isReserved(name)) return `${shown} is refused: it is a word of the language`;
  if (isTaken(name)) return `${shown} is refused: generated files use that name themselves`;
  if (isInherited(name)) return `${shown} is refused: every object has a member of that name`;
  return undefined;
}

/**
 * An operationId of a whole document, which nobody can edit: an overlay may give another one, so that it need
 * not be an identifier yet. Nothing that could pass for code is let in.
 */
export function vendorIdProblem(name: unknown): string | undefined {
  const plain = typeof name === "string" && /^[A-Za-z0-9][A-Za-z0-9 _.:/-]{0,199}$/.test(name);
  if (plain && !isInherited(name)) return undefined;
  return (
    `the operationId ${quoted(name)} is refused; allowed are up to 200 letters, digits, blanks, ` +
    `"_", ".", ":", "/" and "-", a letter or digit first`
  );
}

/** A component's name is a property of a type, and part of the pointers that lead to it. */
export function componentNameProblem(name: string): string | undefined {
  const shown = `the component name ${quoted(name)}`;
  if (!/^[A-Za-z0-9._-]{1,128}$/.test(name)) {
    return `${shown} is refused; allowed are up to 128 letters, digits, ".", "_" and "-"`;
  }
  return isInherited(name)
    ? `${shown} is refused: every object has a member of that name`
    : undefined;
}

/** A parameter's name is sent: in the path, the query, a header or a cookie. */
export function parameterNameProblem(name: unknown, place: unknown): string | undefined {
  const allowed =
    place === "header"
      ? /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,128}$/
      : place === "path"
        ? /^[A-Za-z0-9._-]{1,128}$/
        : /^[\x21-\x7e]{1,128}$/;
  if (typeof name === "string" && allowed.test(name) && !isInherited(name)) return undefined;
  return `the parameter name ${quoted(name)} is refused; allowed are up to 128 characters that ${
    place === "header"
      ? "a header's name may have"
      : place === "path"
        ? 'are letters, digits, ".", "_" or "-"'
        : "are printable ASCII without blanks"
  }`;
}

const plainSegment = String.raw`(?:[A-Za-z0-9._~!$&()*+,;=:@-]|%[0-9A-Fa-f]{2}|\{[A-Za-z0-9._-]+\})+`;
const plainPath = new RegExp(`^/$|^(?:/${plainSegment})+/?$`);

/** A path is joined to a server's address: it must stay below it, and name its parameters plainly. */
export function pathProblem(path: string): string | undefined {
  if (path.length <= 500 && plainPath.test(path) && !climbs(path)) return undefined;
  return (
    `the path ${quoted(path)} is refused; allowed are up to 500 characters: "/" and plain segments ` +
    `with {names}, none of them empty, "." or ".."`
  );
}

/** A path of a whole document, which the table of paths may leave out: see {@link vendorIdProblem}. */
export function vendorPathProblem(path: string): string | undefined {
  const printable = /^\/(?![/\\])[A-Za-z0-9._~!$&()*+,;=:@%{}<>?#|^[\]/ -]*$/.test(path);
  if (path.length <= 500 && printable && !path.includes("//") && !climbs(path)) return undefined;
  return (
    `the path ${quoted(path)} is refused; allowed are up to 500 characters that an address may have, ` +
    `a "/" first, and no segment that is empty, "." or ".."`
  );
}

function climbs(path: string): boolean {
  return /\/(?:\.|%2e){1,2}(?:\/|$)/i.test(path);
}

/** An API's name is a folder of specs/ and of packages/. */
export function apiNameProblem(name: string): string | undefined {
  if (/^[a-z][a-z0-9-]{0,63}$/.test(name)) return undefined;
  return `must be up to 64 lower-case letters, digits and "-", a letter first`;
}

/** Any key of a mapping: field names, media types, error codes, values of a discriminator. */
export function keyProblem(key: string): string | undefined {
  if (key === "__proto__") return `the key "__proto__" is refused: it is no key to JavaScript`;
  if (key.length > 300) return `the key ${quoted(key)} is refused: longer than 300 characters`;
  if (unseen.test(key)) return `the key ${quoted(key)} is refused: it has unseen characters`;
  return undefined;
}

/** Any text; `asName` where it becomes a type or a name, as the values of an enum do. */
export function textProblem(text: string, asName: boolean): string | undefined {
  const found = (asName ? unseen : unseenInProse).exec(text)?.[0];
  if (found === undefined) return undefined;
  const code = (found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return `the text ${quoted(text)} is refused: it has the unseen character U+${code}`;
}

/** A server's address is where credentials are sent to. */
export function serverProblem(address: unknown): string | undefined {
  const shown = `the server ${quoted(address)} is refused`;
  const plain = typeof address === "string" ? address.replaceAll(/\{[A-Za-z0-9_-]+\}/g, "x") : "";
  const url = URL.canParse(plain) ? new URL(plain) : undefined;
  const allowed =
    url?.protocol === "https:" && url.username === "" && url.password === "" && url.hash === "";
  return allowed && /^[\x21-\x7e]+$/.test(plain)
    ? undefined
    : `${shown}; allowed is an https address without user or password`;
}

/** A value as messages show it: as JSON in ASCII, cut after 80 characters. */
export function quoted(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
  const short = text.length > 80 ? `${text.slice(0, 80)}…` : text;
  return visible(JSON.stringify(short));
}
