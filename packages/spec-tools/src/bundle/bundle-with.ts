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
import type { Specs } from "../documents/read-specs.js";
import type { OverlayAction } from "./overlay-actions.js";
import { OverlayResolver } from "./overlay-resolver.js";
import { OverlayTrace } from "./overlay-trace.js";

/** The bundler's answer: a document that may still have problems. */
export interface RawBundle {
  document: JsonObject;
  problems: NormalizedProblem[];
  resolver: OverlayResolver;
  trace: OverlayTrace;
}

/** Bundles with the given actions instead of the files' own. Problems are handed back, not thrown. */
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
