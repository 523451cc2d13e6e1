import { InputError } from "../base/input-error.js";
import { showPlace } from "../base/repo-path.js";
import type { Specs } from "../documents/read-specs.js";
import { bundleWith } from "./bundle-with.js";
import type { OverlayAction } from "./overlay-actions.js";
import type { OverlayTrace } from "./overlay-trace.js";

/**
 * Proves that every action changed the document. The bundler itself passes over those that do not.
 *
 * @throws InputError with one line per idle action: whether its target selects nothing, or what it
 * corrects is right already.
 */
export async function requireEffect(specs: Specs, trace: OverlayTrace): Promise<void> {
  const lines: string[] = [];
  for (const action of trace.actions.length > 0 ? trace.idleActions() : []) {
    const selects = await selectsSomething(specs, trace, action);
    const place = showPlace(trace.placeOf(action, selects ? [] : ["target"]));
    const target = String(action.action.target);
    lines.push(
      selects
        ? `${place}: the action on ${target} changes nothing: what it corrects is so already; delete it`
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
