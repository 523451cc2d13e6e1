import { join } from "node:path";
import {
  type BaseResolver,
  bundle,
  createConfig,
  type Document,
  type NormalizedProblem,
} from "@redocly/openapi-core";
import { InputError, messageOf } from "./input-error.js";
import { isObject, type JsonObject } from "./json.js";
import type { OverlayAction } from "./overlay-actions.js";
import { OverlayResolver } from "./overlay-resolver.js";
import { OverlayTrace } from "./overlay-trace.js";
import { parseYamlFile } from "./parse-yaml-file.js";

/** The bundler's answer: a document that may still have problems. */
export interface RawBundle {
  document: JsonObject;
  problems: NormalizedProblem[];
  resolver: BaseResolver;
  trace: OverlayTrace;
}

/** Bundles with the given actions instead of the files' own. Problems are handed back, not thrown. */
export async function bundleWith(
  root: string,
  api: string,
  actions: readonly OverlayAction[],
): Promise<RawBundle> {
  const source = `specs/${api}/source/openapi.yaml`;
  const rootDocument: Document = await parseYamlFile(root, source);
  if (!isObject(rootDocument.parsed) || !isObject(rootDocument.parsed.paths)) {
    throw new InputError(`${source}:1: not OpenAPI; it needs "openapi: 3.0.3" and "paths:"`);
  }
  const resolver = new OverlayResolver(actions, () => rootDocument.parsed);
  resolver.cache.set(join(root, source), Promise.resolve(rootDocument));
  const { problems } = await bundle({
    doc: rootDocument,
    config: await createConfig({}),
    externalRefResolver: resolver,
    overlays: [...resolver.overlays],
    componentRenamingConflicts: "error",
  }).catch((error) => {
    throw new InputError(`${source}: ${messageOf(error)}`);
  });
  const trace = new OverlayTrace(root, source, actions, resolver.states);
  return { document: rootDocument.parsed, problems, resolver, trace };
}
