import { describeProblems } from "./bundle-problems.js";
import { bundleWith } from "./bundle-with.js";
import { describeBundle } from "./describe-bundle.js";
import { InputError } from "./input-error.js";
import type { JsonObject } from "./json.js";
import { readOverlayActions } from "./overlay-actions.js";
import { requireEffect } from "./overlay-effect.js";
import type { OverlayTrace } from "./overlay-trace.js";

/** An API's bundle, and what its parts came from. */
export interface Bundle {
  api: string;
  document: JsonObject;
  trace: OverlayTrace;
}

/**
 * Bundles specs/<api>/source/openapi.yaml, applies its overlays, and writes out in prose what extensions
 * say, in memory.
 *
 * @throws InputError when a reference leads nowhere, a file is not YAML, or an overlay's action cannot be
 * applied or changes nothing.
 */
export async function bundleApi(root: string, api: string): Promise<Bundle> {
  const actions = await readOverlayActions(root, api);
  const { document, problems, resolver, trace } = await bundleWith(root, api, actions);
  const lines = await describeProblems(root, problems, resolver, trace);
  if (lines.length > 0) throw new InputError(...lines);
  await requireEffect(root, api, trace);
  return { api, document: describeBundle(document), trace };
}
