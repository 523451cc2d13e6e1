import { getAt, type JsonObject } from "@cloud-clients/openapi-model";
import type { Api } from "../base/repository.js";
import { docstring, sentence } from "./docstring.js";
import type { EditOptionsType, Signatures } from "./signatures.js";
import { headerLine, importLine, listed } from "./source-text.js";

/**
 * The text of an API's types.ts: the client, and a name for everything that functions take and return.
 * Interfaces wherever they can be, because editors show their names and not their members.
 */
export function typesFile(
  api: Api,
  document: JsonObject,
  client: string,
  { names, editOptions }: Signatures,
): string {
  const title = String(getAt(document, ["info", "title"]));
  const declared = names.declared.map(({ name, type, open, text }) => {
    const doc = docstring([sentence(text)]);
    if (!open) return `${doc}export type ${name} = ${type};\n`;
    const base = /^(?:MaybeUndefined|Pick)</.test(type) ? type : `Named<${type}>`;
    const head = `export interface ${name}`;
    const gap = head.length + base.length + 12 > 100 ? "\n  " : " ";
    return `${doc}${head}${gap}extends ${base} {}\n`;
  });
  const body = [
    `${docstring([`A client for ${title}.`])}export interface ${client} extends CloudClient<paths> {}\n`,
    ...editOptions.map(optionsType),
    ...declared,
  ].join("\n");
  const used = (name: string) => new RegExp(`\\b${name}\\b`).test(body);
  const schemas = [...names.schemas.values()];
  const kit = ["CloudClient", "EditOptions", "MaybeUndefined"].filter(used);
  const own = ["operations", "paths", ...schemas].filter(used);
  const named = used("Named")
    ? "\n/** The same type; an interface can extend it, and give it a name. */\ntype Named<Type> = Type;\n"
    : "";
  return [
    headerLine(api),
    importLine(kit.map(asType), "@cloud-clients/runtime/kit"),
    importLine(own.map(asType), "./schema.js"),
    "\n",
    `${listed("export type {", ["components", "operations", "paths", ...schemas].sort(), '} from "./schema.js";')}\n`,
    named,
    "\n",
    body,
  ].join("");
}

function asType(name: string): string {
  return `type ${name}`;
}

/** The options of an edit whose write sets more than the list. */
function optionsType({ name, words, also }: EditOptionsType): string {
  const said =
    "What else to set in the same write. By default the values read are sent back, because the service may reset what is left out.";
  return (
    `${docstring([`Options of an edit of ${words}.`])}export interface ${name} extends EditOptions {\n` +
    `${docstring([said], [], "  ")}  also?: ${also} | undefined;\n}\n`
  );
}
