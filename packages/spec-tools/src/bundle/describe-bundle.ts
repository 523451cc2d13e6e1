import {
  type Deref,
  derefIn,
  getAt,
  isObject,
  type JsonObject,
  type FoundOperation as Operation,
  operationsOf,
  strings,
} from "@cloud-clients/openapi-model";

/**
 * The bundle with what its extensions say written out in prose, since most readers and renderers of
 * OpenAPI pass over extensions: a last paragraph in every operation's description, and sections at the
 * end of `info.description`. A document that has them already comes back the same.
 */
export function describeBundle(document: JsonObject): JsonObject {
  const operations = operationsOf(document.paths);
  const paths: JsonObject = { ...Object(document.paths) };
  for (const { path, method, operation } of operations) {
    const description = paragraph(operation.description, operationLine(method, operation));
    paths[path] = { ...Object(paths[path]), [method]: { ...operation, description } };
  }
  const info = isObject(document.info) ? document.info : {};
  const description = paragraph(info.description, infoSections(document, operations));
  return { ...document, info: { ...info, description }, paths };
}

/** A text with one more paragraph, unless it ends in it already. */
function paragraph(text: unknown, addition: string): string {
  const before = typeof text === "string" ? text.trimEnd() : "";
  if (before.endsWith(addition)) return before;
  return before === "" ? addition : `${before}\n\n${addition}`;
}

const pageSeen = new Map<unknown, string>([
  ["complete", "Its page was seen in full."],
  ["rendered", "Its page was seen as rendered: types of nested fields come from samples."],
  ["partial", "Its page was seen in part."],
]);

function operationLine(method: string, operation: JsonObject): string {
  const sentences = [retryWords(method, operation), pageSeen.get(operation["x-completeness"])];
  const action = operation["x-iam-action"];
  if (typeof action === "string") sentences.push(`IAM action: \`${action}\`.`);
  return sentences.filter((sentence) => sentence !== undefined).join(" ");
}

function retryWords(method: string, operation: JsonObject): string | undefined {
  if (isRead(method)) return "Safe to retry: it only reads.";
  const said = operation["x-idempotent"];
  if (typeof said !== "boolean") return undefined;
  return said ? "Safe to retry." : "Not safe to retry.";
}

function isRead(method: string): boolean {
  return method === "get" || method === "head";
}

function infoSections(document: JsonObject, operations: readonly Operation[]): string {
  const sections: [title: string, text: string | undefined][] = [
    ["Retry safety", retrySection(operations)],
    ["Too many requests", rateLimitSection(document, operations)],
    ["Paging", pagingSection(operations)],
    ["Secrets in responses", secretsSection(document, operations)],
    ["What was seen of the vendor's pages", seenSection(operations)],
    ["Error codes", errorCodesSection(document)],
  ];
  return sections
    .filter(([, text]) => text !== undefined)
    .map(([title, text]) => `## ${title}\n\n${text}`)
    .join("\n\n");
}

function retrySection(operations: readonly Operation[]): string {
  const writes = operations.filter(({ method }) => !isRead(method));
  const safe = writes.filter(({ operation }) => operation["x-idempotent"] === true);
  const unsafe = writes.filter(({ operation }) => operation["x-idempotent"] === false);
  const lines = [
    "A request whose response was lost may have taken effect. Sending it again is safe if that changes " +
      "nothing further, whatever others did in between: every GET" +
      `${safe.length > 0 ? `, and ${names(safe)}` : ""}.`,
  ];
  if (unsafe.length > 0) {
    lines.push(
      "Sending one of these again may do the same thing twice, or undo what somebody else did in " +
        `between, so read first: ${names(unsafe)}.`,
    );
  }
  return lines.join("\n\n");
}

function rateLimitSection(
  document: JsonObject,
  operations: readonly Operation[],
): string | undefined {
  const limited = strings(getAt(document, ["x-rate-limit-error", "codes"]));
  const permanent = strings(getAt(document, ["x-permanent-error", "codes"]));
  const declares429 = operations.some(
    ({ operation }) => getAt(operation, ["responses", "429"]) !== undefined,
  );
  const sentences: string[] = [];
  if (declares429) sentences.push("Status 429 means too many requests: wait, then send again.");
  if (limited.length > 0) {
    sentences.push(
      `A body with the code ${codes(limited)} means too many requests, whatever the status: wait, then send again.`,
    );
  }
  if (permanent.length > 0) {
    sentences.push(
      `A body with the code ${codes(permanent)} should never be retried, whatever the status.`,
    );
  }
  return sentences.length > 0 ? sentences.join(" ") : undefined;
}

function pagingSection(operations: readonly Operation[]): string | undefined {
  const lists = operations.filter(({ operation }) => isObject(operation["x-pagination"]));
  const byWords = new Map<string, Operation[]>();
  for (const list of lists) {
    const words = pagingWords(list.operation["x-pagination"]);
    byWords.set(words, [...(byWords.get(words) ?? []), list]);
  }
  const lines = [...byWords].map(([words, same]) => `- ${names(same)}: ${words}`);
  return lines.length > 0 ? lines.join("\n") : undefined;
}

function pagingWords(rule: unknown): string {
  const says = (side: string, role: string) => getAt(rule, [side, role]) !== undefined;
  const name = (side: string, role: string) => placeWords(getAt(rule, [side, role]));
  const items = name("response", "items");
  const where = String(getAt(rule, ["in"]) ?? "query");
  const position = (role: string) => {
    const place = name("request", role);
    return isObject(getAt(rule, ["request", role])) ? place : `${place} (${where})`;
  };
  const size = says("request", "limit") ? `${name("request", "limit")} and ` : "";
  const chooses = size === "" ? "chooses" : "choose";
  const more = says("response", "more") ? ` or ${name("response", "more")} is false` : "";
  const end = ["total", "pages"].find((role) => says("response", role));
  const counted = end === undefined ? "" : `, ${name("response", end)} counts `;
  const ends = counted === "" ? `, until one is empty${more}.` : "";
  switch (getAt(rule, ["style"])) {
    case "cursor":
      return `items in ${items}; send ${name("response", "cursor")} of the response as ${position("cursor")} for the next page, until it is empty${more}.`;
    case "offset":
      return `items in ${items}; ${size}${position("offset")} ${chooses} the page${counted && `${counted}all that match.`}${ends}`;
    case "page": {
      const first = String(getAt(rule, ["first"]) ?? 1);
      const what = end === "pages" ? "the pages." : "all that match.";
      return `items in ${items}; ${size}${position("page")}, from ${first}, ${chooses} the page${counted && `${counted}${what}`}${ends}`;
    }
    case "link":
      return `items in ${items}; ${name("response", "next")} is the address of the next page, until it is absent${more}.`;
    default:
      return `a single page, items in ${items}.`;
  }
}

/** A place of a rule: its name, and which header it is where it is one. */
function placeWords(place: unknown): string {
  if (place === "") return "the response itself";
  if (!isObject(place)) return `\`${String(place)}\``;
  const [[where, name] = []] = Object.entries(place);
  return where === "header" ? `header \`${name}\`` : `\`${name}\``;
}

function secretsSection(
  document: JsonObject,
  operations: readonly Operation[],
): string | undefined {
  // Every operation's schemas are looked through for them, and most documents have none.
  if (!mentions(document, "x-secret")) return undefined;
  const deref = derefIn(document);
  const lines = operations.flatMap(({ operation }) => {
    const fields = new Set(successSchemas(operation, deref).flatMap((s) => secretsIn(s, deref)));
    const list = [...fields].map((field) => `\`${field}\``).join(", ");
    return fields.size > 0 ? [`- \`${operation.operationId}\`: ${list}`] : [];
  });
  if (lines.length === 0) return undefined;
  return `These fields may contain secrets in clear text; do not log them.\n\n${lines.join("\n")}`;
}

function mentions(value: unknown, key: string): boolean {
  if (typeof value !== "object" || value === null) return false;
  return Object.hasOwn(value, key) || Object.values(value).some((item) => mentions(item, key));
}

function successSchemas(operation: JsonObject, deref: Deref): unknown[] {
  const responses = isObject(operation.responses) ? Object.entries(operation.responses) : [];
  return responses
    .filter(([status]) => status.startsWith("2"))
    .flatMap(([, response]) => Object.values(Object(getAt(deref(response), ["content"]))))
    .map((media) => getAt(media, ["schema"]));
}

/** Where a schema has `x-secret`, as `tools.ssh.password` and `envs[].value`. */
function secretsIn(node: unknown, deref: Deref, at = "", seen = new Set<unknown>()): string[] {
  const schema = deref(node);
  // Each schema once, where it stands first: written out wherever it stands, they could be without number.
  if (!isObject(schema) || seen.has(schema)) return [];
  seen.add(schema);
  const own = schema["x-secret"] === true ? [at] : [];
  const properties = isObject(schema.properties) ? Object.entries(schema.properties) : [];
  const parts = ["allOf", "anyOf", "oneOf"].flatMap((key) => Object.values(Object(schema[key])));
  return [
    ...own,
    ...properties.flatMap(([name, property]) =>
      secretsIn(property, deref, at === "" ? name : `${at}.${name}`, seen),
    ),
    ...secretsIn(schema.items, deref, `${at}[]`, seen),
    ...parts.flatMap((part) => secretsIn(part, deref, at, seen)),
  ];
}

function seenSection(operations: readonly Operation[]): string | undefined {
  const seen = (completeness: string) =>
    operations.filter(({ operation }) => operation["x-completeness"] === completeness);
  const [rendered, partial] = [seen("rendered"), seen("partial")];
  if (rendered.length + partial.length + seen("complete").length === 0) return undefined;
  const lines = [
    "Even a page that was seen in full may leave much undocumented; the operation's description says what.",
  ];
  if (rendered.length > 0) {
    lines.push(
      `Seen as rendered, so that types of nested fields come from samples: ${names(rendered)}.`,
    );
  }
  if (partial.length > 0) {
    lines.push(`Seen in part, so that fields may be missing here: ${names(partial)}.`);
  }
  lines.push(lines.length > 1 ? "All others were seen in full." : "All were seen in full.");
  return lines.join("\n\n");
}

function errorCodesSection(document: JsonObject): string | undefined {
  const table = document["x-error-codes"];
  if (!isObject(table)) return undefined;
  const rows = Object.entries(table).map(
    ([code, entry]) => `| \`${code}\` | ${getAt(entry, ["status"])} | ${getAt(entry, ["label"])} |`,
  );
  return ["| code | status | meaning |", "|---|---|---|", ...rows].join("\n");
}

function names(operations: readonly Operation[]): string {
  return operations.map(({ operation }) => `\`${operation.operationId}\``).join(", ");
}

function codes(list: readonly string[]): string {
  return list.map((code) => `\`${code}\``).join(" or ");
}
