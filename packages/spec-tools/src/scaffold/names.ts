import { operationIdProblem } from "../documents/names.js";
import { isTaken } from "../documents/taken-names.js";

/** `list-servers`, `zones.update` and `ListServers` as `listServers`, `zonesUpdate`, `listServers`. */
export function camelCase(text: string): string {
  const [first = "", ...others] = words(text);
  return [first.toLowerCase(), ...others.map(capitalized)].join("");
}

/** `tiny-cloud` as `TinyCloud`. */
export function pascalCase(text: string): string {
  return words(text).map(capitalized).join("");
}

/** `listNameServers` as `List name servers`. */
export function sentenceCase(text: string): string {
  const plain = words(text).join(" ").toLowerCase();
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

function words(text: string): string[] {
  return text
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1 $2")
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== "");
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

const verbs: Record<string, string> = {
  post: "create",
  put: "replace",
  patch: "update",
  delete: "delete",
  head: "check",
  options: "describe",
  trace: "trace",
};

/**
 * Makes an operationId for an operation that has none, or one that cannot name a function: a verb and a noun.
 * `POST /servers/{id}/reboot` is `rebootServer`, `GET /servers` is `listServers`.
 *
 * @param taken ids of other operations.
 */
export function operationIdFor(
  { path, method, given }: { path: string; method: string; given: unknown },
  isList: boolean,
  taken: ReadonlySet<string>,
): string {
  const segments = path.split("/").filter((segment) => segment !== "" && !/^v\d+$/i.test(segment));
  const nouns = segments.filter((segment) => !segment.startsWith("{"));
  const own = singular(nouns.at(-1) ?? "root");
  const around = nouns.slice(0, -1).map(singular);
  const last = segments.at(-1) ?? "";
  const isAction = method === "post" && segments.at(-2)?.startsWith("{") === true && own === last;
  const verb = method === "get" ? (isList ? "list" : "get") : (verbs[method] ?? method);
  const noun =
    isList || (method === "put" && !last.startsWith("{")) ? (nouns.at(-1) ?? "root") : own;
  const candidates = [
    ...(typeof given === "string" ? [camelCase(given)] : []),
    isAction ? camelCase(`${own} ${around.at(-1) ?? ""}`) : camelCase(`${verb} ${noun}`),
    camelCase(`${verb} ${around.join(" ")} ${noun}`),
    camelCase(`${verb} ${segments.join(" ")}`),
  ];
  const fine = candidates.find(
    (id) => !taken.has(id) && !isTaken(id) && operationIdProblem(id) === undefined,
  );
  if (fine !== undefined) return fine;
  let number = 2;
  while (taken.has(`${candidates[1]}${number}`)) number += 1;
  return `${candidates[1]}${number}`;
}

function singular(noun: string): string {
  if (/ies$/i.test(noun)) return noun.replace(/ies$/i, "y");
  if (/(?:ss|us|is)$/i.test(noun)) return noun;
  return noun.replace(/(?<=(?:s|x|z|ch|sh))es$/i, "").replace(/s$/i, "");
}
