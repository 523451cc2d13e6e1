import type { JsonObject } from "@cloud-clients/openapi-model";
import { InputError } from "../base/input-error.js";
import { readSpecs } from "../documents/read-specs.js";
import { describeProblems } from "./bundle-problems.js";
import { bundleWith } from "./bundle-with.js";
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
 * Bundles specs/<api>/source/openapi.yaml and applies its overlays, in memory.
 *
 * @throws InputError when a file is refused, a reference leads nowhere, or an overlay's action cannot be
 * applied or changes nothing.
 */
export async function bundleApi(root: string, api: string): Promise<Bundle> {
  const specs = await readSpecs(root, api);
  const actions = readOverlayActions(specs);
  const { document, problems, resolver, trace } = await bundleWith(specs, actions);
  const lines = await describeProblems(root, problems, resolver, trace);
  if (lines.length > 0) throw new InputError(...lines);
  await requireEffect(specs, trace);
  return { api, document, trace };
}
