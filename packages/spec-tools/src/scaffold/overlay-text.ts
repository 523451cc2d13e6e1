import { isObject, type JsonObject } from "@cloud-clients/openapi-model";
import { stringify } from "yaml";
import type { Api } from "../base/repository.js";
import type { PlannedFile } from "../base/write-files.js";

/** One action of an overlay to write. */
export interface NewAction {
  /** The keys that lead to what it changes, or a JSONPath. */
  target: string;
  update?: JsonObject;
  remove?: true;
  /** Why, if the overlay's description does not say it for all actions. */
  description?: string;
}

/** An overlay to write: one correction, wherever it applies. */
export interface NewOverlay {
  /** `0004-error-responses` */
  name: string;
  title: string;
  description: string;
  actions: NewAction[];
  /** Its rules are proposals, which take effect once somebody confirms them. */
  draft?: true;
}

/**
 * The file of an overlay.
 *
 * @param day on which it was made, YYYY-MM-DD.
 */
export function overlayFile(api: Api, overlay: NewOverlay, day: string): PlannedFile {
  const { name, title, description, actions, draft } = overlay;
  const made = `Made by "${api.repository.command("new-api")}" on ${day}, from the document alone.`;
  const mark = draft
    ? `# Proposals. Read each rule beside the vendor's words, correct or delete what is wrong, then run:\n` +
      `#   ${api.repository.command(`new-api ${api} --confirm`)}\n` +
      `# which proves them against the schemas and removes the mark. Until then nothing is generated.\n`
    : "";
  const document = {
    overlay: "1.0.0",
    ...(draft ? { "x-draft": true } : {}),
    info: { title, version: "1.0.0", description: `${description} ${made}` },
    actions: actions.map(({ target, description: why, update, remove }) => ({
      target,
      ...(why === undefined ? {} : { description: why }),
      ...(remove ? { remove } : { update }),
    })),
  };
  const text = stringify(document, { lineWidth: 110, aliasDuplicateObjects: false });
  return { path: `${api.specs}/overlays/${name}.yaml`, text: mark + text };
}

/** An overlay's text without its draft mark and the comment about it. */
export function withoutDraftMark(text: string): string {
  const [head = "", ...rest] = text.split(/^(?=overlay:)/m);
  const comments = head.split("\n").filter((line) => !line.startsWith("#"));
  return comments.join("\n") + rest.join("").replace(/^x-draft:.*\n/m, "");
}

/** A JSONPath to what stands at these keys; a parameter of a list is found by its name and place. */
export function jsonPath(keys: readonly (string | number)[], document: unknown): string {
  let path = "$";
  let node = document;
  for (const key of keys) {
    const below: unknown =
      Array.isArray(node) || isObject(node) ? Reflect.get(node, key) : undefined;
    path += typeof key === "number" ? indexStep(key, below) : keyStep(key);
    node = below;
  }
  return path;
}

function keyStep(key: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(key) ? `.${key}` : `[${quote(key)}]`;
}

function indexStep(index: number, item: unknown): string {
  if (!isObject(item)) return `[${index}]`;
  const { name, in: place } = item;
  if (typeof name !== "string" || typeof place !== "string") return `[${index}]`;
  return `[?@.name == ${quote(name)} && @.in == ${quote(place)}]`;
}

function quote(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
