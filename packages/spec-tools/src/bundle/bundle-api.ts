import { join } from "node:path";
import { isObject, type JsonObject } from "@cloud-clients/openapi-model";
import {
  bundle,
  createConfig,
  type Document,
  type NormalizedProblem,
  Source,
} from "@redocly/openapi-core";
import { InputError, messageOf } from "../base/input-error.js";
import { showPlace } from "../base/place.js";
import type { Specs } from "../documents/specs.js";
import { type OverlayAction, OverlayResolver, readOverlayActions } from "./overlays.js";
import { describeProblems } from "./problems.js";
import { OverlayTrace } from "./trace.js";

/** An API's bundle, and where its parts come from. */
export interface Bundle {
  api: string;
  document: JsonObject;
  trace: OverlayTrace;
}

/**
 * Bundles the source of an API and applies its overlays, in memory.
 *
 * @throws InputError when a file is refused, a reference leads nowhere, or an overlay's action cannot be
 * applied or changes nothing.
 */
export async function bundleApi(specs: Specs): Promise<Bundle> {
  const { root, api } = specs;
  const actions = readOverlayActions(specs);
  const { document, problems, resolver, trace } = await bundleWith(specs, actions);
  const lines = await describeProblems(root, problems, resolver, trace);
  if (lines.length > 0) throw new InputError(...lines);
  await requireEffect(specs, trace);
  return { api, document, trace };
}

/** The bundler's result: a document that may still have problems. */
interface RawBundle {
  document: JsonObject;
  problems: NormalizedProblem[];
  resolver: OverlayResolver;
  trace: OverlayTrace;
}

/** Bundles with the given actions instead of the files' own. Problems are returned, not thrown. */
export async function bundleWith(
  specs: Specs,
  actions: readonly OverlayAction[],
): Promise<RawBundle> {
  const source = `specs/${specs.api}/source/openapi.yaml`;
  const documents = new Map<string, Document>();
  for (const [file, { source: read, parsed }] of specs.documents) {
    const path = join(specs.root, file);
    // The bundler writes into what it is given.
    documents.set(path, { source: new Source(path, read.body), parsed: structuredClone(parsed) });
  }
  const rootDocument = documents.get(join(specs.root, source));
  if (rootDocument === undefined) throw new InputError(`${source}: missing`);
  if (!isObject(rootDocument.parsed) || !isObject(rootDocument.parsed.paths)) {
    throw new InputError(`${source}:1: not OpenAPI; it needs "openapi: 3.0.3" and "paths:"`);
  }
  const resolver = new OverlayResolver(documents, actions, () => rootDocument.parsed);
  const { problems } = await bundle({
    doc: rootDocument,
    config: await createConfig({}),
    externalRefResolver: resolver,
    overlays: [...resolver.overlays],
    componentRenamingConflicts: "error",
  }).catch((error) => {
    throw new InputError(`${source}: ${messageOf(error)}`);
  });
  const trace = new OverlayTrace(specs, source, actions, resolver.states);
  return { document: rootDocument.parsed, problems, resolver, trace };
}

/**
 * Proves that every action changed the document. The bundler itself ignores those that do not.
 *
 * @throws InputError with one line per idle action: whether its target selects nothing, or what it corrects
 * is right already.
 */
async function requireEffect(specs: Specs, trace: OverlayTrace): Promise<void> {
  const lines: string[] = [];
  for (const action of trace.actions.length > 0 ? trace.idleActions() : []) {
    const selects = await selectsSomething(specs, trace, action);
    const place = showPlace(trace.placeOf(action, selects ? [] : ["target"]));
    const target = String(action.action.target);
    lines.push(
      selects
        ? `${place}: the action on ${target} changes nothing: upstream already has this correction; delete it`
        : `${place}: the target ${target} matches nothing; correct it or delete the action`,
    );
  }
  if (lines.length > 0) throw new InputError(...lines);
}

/** Removing what the target selects, at the action's turn, shows whether there is anything to select. */
async function selectsSomething(
  specs: Specs,
  trace: OverlayTrace,
  idle: OverlayAction,
): Promise<boolean> {
  if (String(idle.action.target).trim() === "$") return true;
  const until = trace.actions.indexOf(idle);
  const { target } = idle.action;
  const { source } = idle.document;
  const document = { source, parsed: { overlay: "1.0.0", actions: [{ target, remove: true }] } };
  const probe: OverlayAction = { ...idle, action: { target, remove: true }, document };
  const probed = await bundleWith(specs, [...trace.actions.slice(0, until), probe]);
  return !probed.trace.idleActions().includes(probe);
}
