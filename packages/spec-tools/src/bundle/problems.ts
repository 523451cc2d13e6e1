import { fromPointer, getAt } from "@cloud-clients/openapi-model";
import {
  type BaseResolver,
  getLineColLocation,
  type LocationObject,
  type NormalizedProblem,
} from "@redocly/openapi-core";
import { type Place, repoPath, showPlace } from "../base/place.js";
import type { OverlayTrace } from "./trace.js";

/** A `$ref` as it stands in a document. */
interface WrittenRef {
  written: string;
  /** Where it leads, from the root. */
  name: string;
}

/** The bundler's problems, one line each: file, place, what is wrong. */
export async function describeProblems(
  root: string,
  problems: readonly NormalizedProblem[],
  resolver: BaseResolver,
  trace: OverlayTrace,
): Promise<string[]> {
  const lines = new Map<string, string>();
  const broken = new Set<string>();
  for (const problem of problems) {
    const location = problem.location[0];
    if (location === undefined) {
      lines.set(problem.message, `${trace.file}: ${problem.message}`);
      continue;
    }
    const ref = await refAt(root, resolver, location);
    const place = showPlace(placeOf(root, location, trace, ref !== undefined));
    const renamed = / Renamed (\S+) to \S+\.$/.exec(problem.message)?.[1];
    if (renamed !== undefined) {
      const said = `two components named "${renamed}" have different contents; rename one of them`;
      lines.set(`${place}${said}`, `${place}: ${said}`);
      continue;
    }
    if (ref === undefined) {
      lines.set(`${place}${problem.message}`, `${place}: ${problem.message}`);
      continue;
    }
    // After the overlays the bundler meets it again, copied into the table of paths.
    const inRoot = repoPath(root, location.source.absoluteRef) === trace.file;
    if (lines.has(ref.name) || (inRoot && broken.has(ref.written))) continue;
    broken.add(ref.written);
    lines.set(ref.name, `${place}: the $ref to ${ref.name} does not resolve`);
  }
  return [...lines.values()];
}

function placeOf(
  root: string,
  location: LocationObject,
  trace: OverlayTrace,
  isRef: boolean,
): Place {
  const { source, pointer } = location;
  const action = trace.actions.find(({ document }) => document.source === source);
  if (action !== undefined && pointer !== undefined) {
    return trace.placeOf(action, fromPointer(pointer).slice(2));
  }
  const file = repoPath(root, source.absoluteRef);
  if (file === trace.file && pointer !== undefined) {
    return trace.origin(isRef ? `${pointer}/$ref` : pointer);
  }
  const { line, col } = getLineColLocation(location).start;
  return { file, line, col };
}

/** The `$ref` that stands at a reported location, if one does. */
async function refAt(
  root: string,
  resolver: BaseResolver,
  { source, pointer }: LocationObject,
): Promise<WrittenRef | undefined> {
  const document = await resolver.cache.get(source.absoluteRef)?.catch(() => undefined);
  if (pointer === undefined || document === undefined || !("parsed" in document)) return undefined;
  const ref = getAt(document.parsed, [...fromPointer(pointer), "$ref"]);
  if (typeof ref !== "string") return undefined;
  const [path = "", inside] = ref.split("#");
  const file =
    path === "" ? source.absoluteRef : resolver.resolveExternalRef(source.absoluteRef, path);
  return {
    written: ref,
    name: repoPath(root, file) + (inside === undefined ? "" : `#${inside}`),
  };
}
