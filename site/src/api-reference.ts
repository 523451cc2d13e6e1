import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { getAt, isObject, type JsonObject, listOf } from "@cloud-clients/openapi-model";
import { listApis } from "@cloud-clients/spec-tools/apis";
import { InputError } from "@cloud-clients/spec-tools/command";
import { openRepository } from "@cloud-clients/spec-tools/repository";
import {
  clientTypeOf,
  type OperationCode,
  operationCodeOf,
} from "@cloud-clients/spec-tools/samples";
import { parse } from "yaml";
import { folders, type Language } from "./pages.js";
import { words } from "./words.js";

/** An API as the site shows it. */
export interface ApiReference {
  /** Its folder's name. */
  name: string;
  packageName: string;
  title: string;
  /** The type of its clients. */
  clientType: string;
  document: JsonObject;
  operations: OperationCode[];
}

/**
 * The APIs of the repository, by their bundles.
 *
 * @throws InputError when there is none, or a bundle is missing or no mapping.
 */
export async function readApis(root: string): Promise<ApiReference[]> {
  const apis = await listApis(openRepository(root));
  return Promise.all(
    apis.map(async (api) => {
      const document = await readBundle(join(root, api.bundle));
      return {
        name: api.name,
        packageName: api.packageName,
        title: String(getAt(document, ["info", "title"])),
        clientType: clientTypeOf(api, document),
        document,
        operations: operationCodeOf(api, document),
      };
    }),
  );
}

async function readBundle(file: string): Promise<JsonObject> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new InputError(`${file}: missing; run: npx --yes pnpm@10 generate`);
  });
  const document: unknown = parse(text);
  if (!isObject(document)) throw new InputError(`${file}: no OpenAPI document, which is a mapping`);
  return document;
}

/** The document of an API in which each operation shows the programs that call it. */
export function withSamples({ document, operations }: ApiReference): JsonObject {
  const copy = structuredClone(document);
  for (const { found, samples } of operations) {
    const operation = getAt(copy, ["paths", found.path, found.method]);
    Object.assign(Object(operation), {
      "x-codeSamples": samples.map(({ label, source }) => ({ lang: "TypeScript", label, source })),
    });
  }
  return copy;
}

/** A Markdown page with the operations of an API, by tag: the functions, and where the reference has them. */
export function operationsPage(api: ApiReference, language: Language): string {
  const said = words[language];
  const byTag = new Map<string, OperationCode[]>();
  for (const one of api.operations) {
    const [tag = "Operations"] = listOf(one.found.operation.tags).map(String);
    byTag.set(tag, [...(byTag.get(tag) ?? []), one]);
  }
  const parts = [
    `# ${said.operationsOf(api.title)}`,
    said.operationsText(
      api.packageName,
      `/${folders[language]}packages/${api.name}/index.md`,
      referenceOf(api, language),
    ),
  ];
  for (const [tag, operations] of byTag) {
    const rows = operations.map(({ found, functions }) => {
      const { summary = "", operationId = "" } = found.operation;
      const names = functions.map((name) => `\`${name}\``).join(", ");
      const address = `${referenceOf(api, language)}#operation/${operationId}`;
      const route = `${found.method.toUpperCase()} ${found.path}`;
      return `| [${cell(summary)}](${address}){target="_self"}<br>\`${route}\` | ${names} |`;
    });
    parts.push(`## ${tag}`, [`| ${said.columns.join(" | ")} |`, "|---|---|", ...rows].join("\n"));
  }
  return `${parts.join("\n\n")}\n`;
}

function cell(text: unknown): string {
  return String(text)
    .replaceAll(/\s+/g, " ")
    .replaceAll(/[|[\]<>{}]/g, (mark) => `\\${mark}`);
}

/** Relative, because VitePress puts no base before an address that it shall not treat as one of its pages. */
function referenceOf({ name }: ApiReference, language: Language): string {
  return `${language === "en" ? "../" : "../../"}apis/${name}/index.html`;
}

const logo = "https://cdn.redoc.ly/redoc/logo-mini.svg";

/**
 * Writes a page for each API on which Redoc shows its document.
 *
 * @param out - the folder `apis` of the site.
 * @throws InputError when Redoc is not the one that is known to load one picture from elsewhere.
 */
export async function writeApiReference(
  root: string,
  out: string,
  apis: readonly ApiReference[],
): Promise<void> {
  const redoc = createRequire(import.meta.url).resolve("redoc/bundles/redoc.standalone.js");
  const script = await readFile(redoc, "utf8");
  if (script.split(logo).length !== 2) throw new InputError(`redoc: does not name ${logo} once`);
  const pages = join(root, "site", "redoc");
  const template = await readFile(join(pages, "index.html"), "utf8");
  await mkdir(out, { recursive: true });
  await writeFile(join(out, "redoc.js"), script.replace(logo, "../../icon.svg"));
  for (const file of ["page.js", "page.css"]) await cp(join(pages, file), join(out, file));
  for (const api of apis) {
    const folder = join(out, api.name);
    const page = template.replaceAll("{title}", escaped(api.title)).replaceAll("{api}", api.name);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, "index.html"), page);
    await writeFile(join(folder, "openapi.json"), JSON.stringify(withSamples(api)));
  }
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
