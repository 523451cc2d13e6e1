/** A link: its target and its raw parameters. A quoted string may contain `,` and `;`. */
const link = /[\s,]*<([^<>]*)>((?:[^",<]|"(?:[^"\\]|\\.)*")*)/y;
const parameter = /;\s*([^\s;=]+)(?:\s*=\s*("(?:[^"\\]|\\.)*"|[^\s;"]*))?/g;

/**
 * Returns the target of the link with `rel="next"` in a Link header (RFC 8288), or `undefined` if there is
 * none. Links with an `anchor`, which belong to another resource, are ignored.
 *
 * @throws SyntaxError when the header is malformed or names two next pages.
 */
export function nextLink(header: string): string | undefined {
  const found = new Set<string>();
  let end = 0;
  link.lastIndex = 0;
  for (let match = link.exec(header); match !== null; match = link.exec(header)) {
    const [, target = "", written = ""] = match;
    const parameters = parametersOf(written);
    const relations = parameters.get("rel")?.toLowerCase().split(/\s+/) ?? [];
    if (relations.includes("next") && !parameters.has("anchor")) found.add(target);
    end = link.lastIndex;
  }
  if (/[^\s,]/.test(header.slice(end))) throw new SyntaxError("is not a list of links (RFC 8288)");
  if (found.size > 1) throw new SyntaxError("names two next pages");
  return [...found][0];
}

/** Parameters by name; if one appears twice, the first counts. */
function parametersOf(written: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name = "", value = ""] of written.matchAll(parameter)) {
    const text = value.startsWith('"') ? value.slice(1, -1).replace(/\\(.)/g, "$1") : value;
    if (!found.has(name.toLowerCase())) found.set(name.toLowerCase(), text);
  }
  return found;
}
