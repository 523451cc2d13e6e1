import { isObject, type JsonObject } from "@cloud-clients/openapi-model";
import { InputError } from "../base/input-error.js";
import { showPlace } from "../base/place.js";
import type { Api } from "../base/repository.js";
import type { Specs } from "../documents/specs.js";
import { joinDocuments } from "./join.js";
import { ActionError, type AppliedAction, applyAction, readOverlayActions } from "./overlays.js";
import { BundleTrace } from "./trace.js";

/** An API's bundle, and where its parts come from. */
export interface Bundle {
  api: Api;
  document: JsonObject;
  trace: BundleTrace;
  /** A line for each overlay action that changes nothing; empty where those are refused. */
  idle: string[];
}

/**
 * Joins the source of an API with all that it refers to and applies its overlays, in memory. `specs` is not
 * changed.
 *
 * @throws InputError when a file is refused, a reference does not resolve, or an overlay's action cannot be
 * applied or changes nothing.
 * @param idle `report` returns the actions that change nothing instead.
 */
export function bundleApi(specs: Specs, idle: "refuse" | "report" = "refuse"): Bundle {
  const { source } = specs.api;
  const files = new Map([...specs.documents].map(([file, { parsed }]) => [file, parsed]));
  const table = files.get(source);
  if (table === undefined) throw new InputError(`${source}: missing`);
  if (!isObject(table) || !isObject(table.paths)) {
    throw new InputError(`${source}:1: not OpenAPI; it needs "openapi: 3.0.3" and "paths:"`);
  }
  const actions = readOverlayActions(specs);
  const joined = joinDocuments(files, source);
  const applied: AppliedAction[] = [];
  const problems: string[] = [];
  const trace = new BundleTrace(specs, applied, joined);
  for (const { origin, message } of joined.problems) {
    problems.push(`${showPlace(trace.placeIn(origin))}: ${message}`);
  }
  for (const action of actions) {
    try {
      applied.push(applyAction(joined.document, action));
    } catch (error) {
      if (!(error instanceof ActionError)) throw error;
      const part = error.field === undefined ? [] : [error.field];
      problems.push(`${showPlace(trace.placeOf(action, ...part))}: ${error.message}`);
    }
  }
  if (problems.length > 0) throw new InputError(...new Set(problems));
  const superfluous = idleActions(trace, applied);
  if (idle === "refuse" && superfluous.length > 0) throw new InputError(...superfluous);
  if (!actions.some(({ action }) => refersToFile(action.update))) {
    return { api: specs.api, document: joined.document, trace, idle: superfluous };
  }
  // What overlays bring in from other files stands in the table of paths now.
  const again = joinDocuments(new Map(files).set(source, joined.document), source, joined);
  const complete = new BundleTrace(specs, applied, again);
  if (again.problems.length > 0) {
    throw new InputError(
      ...again.problems.map(
        ({ origin, message }) =>
          `${showPlace(origin.file === source ? trace.origin(origin.keys) : trace.placeIn(origin))}: ${message}`,
      ),
    );
  }
  return { api: specs.api, document: again.document, trace: complete, idle: superfluous };
}

/**
 * A line for each action that did not change the document: whether its target selects nothing, or what it
 * corrects is right already.
 */
function idleActions(trace: BundleTrace, actions: readonly AppliedAction[]): string[] {
  return actions
    .filter(({ changed }) => changed.length === 0)
    .map((action) => {
      const target = String(action.action.target);
      return action.selected > 0
        ? `${showPlace(trace.placeOf(action))}: the action on ${target} changes nothing: upstream already has this correction; delete it`
        : `${showPlace(trace.placeOf(action, "target"))}: the target ${target} matches nothing; correct it or delete the action`;
    });
}

/** Joining once more what needs none changes nothing. */
function refersToFile(value: unknown): boolean {
  if (typeof value === "string") return /\.(?:ya?ml|json)(?:#|$)/.test(value);
  return typeof value === "object" && value !== null && Object.values(value).some(refersToFile);
}
