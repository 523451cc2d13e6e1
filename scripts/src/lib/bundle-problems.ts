import {
  type BaseResolver,
  getLineColLocation,
  type LocationObject,
  type NormalizedProblem,
  YamlParseError,
} from "@redocly/openapi-core";
import { getAt } from "./json.js";
import { fromPointer } from "./json-pointer.js";
import type { OverlayTrace } from "./overlay-trace.js";
import { yamlProblem } from "./parse-yaml-file.js";
import { type Place, repoPath, showPlace } from "./repo-path.js";

/** A `$ref` that leads nowhere. */
interface BrokenRef {
  written: string;
  /** Where it leads, from the root. */
  name: string;
  /** What is wrong with the file it leads to, when that is there but is not YAML. */
  unreadable: string | undefined;
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
    const target = await brokenRef(root, resolver, location);
    const place = showPlace(await placeOf(root, location, trace, target !== undefined));
    if (target === undefined) {
      if (problem.message.startsWith("Failed to parse")) continue; // said again by its $ref
      lines.set(`${place}${problem.message}`, `${place}: ${problem.message}`);
      continue;
    }
    // After the overlays the bundler meets it again, copied into the table of paths.
    const inRoot = repoPath(root, location.source.absoluteRef) === trace.file;
    if (lines.has(target.name) || (inRoot && broken.has(target.written))) continue;
    broken.add(target.written);
    lines.set(
      target.name,
      target.unreadable ?? `${place}: the $ref to ${target.name} leads nowhere`,
    );
  }
  return [...lines.values()];
}

async function placeOf(
  root: string,
  location: LocationObject,
  trace: OverlayTrace,
  isRef: boolean,
): Promise<Place> {
  const { source, pointer } = location;
  const action = trace.actions.find(({ document }) => document.source === source);
  if (action !== undefined && pointer !== undefined) {
    return trace.placeOf(action, fromPointer(pointer).slice(2));
  }
  const file = repoPath(root, source.absoluteRef);
  if (file === trace.file && pointer !== undefined) {
    return trace.origin(isRef ? `${pointer}/$ref` : pointer);
  }
  return { file, ...getLineColLocation(location).start };
}

/** The target of a `$ref` that stands at a reported location, if one does. */
async function brokenRef(
  root: string,
  resolver: BaseResolver,
  { source, pointer }: LocationObject,
): Promise<BrokenRef | undefined> {
  const document = await resolver.cache.get(source.absoluteRef)?.catch(() => undefined);
  if (pointer === undefined || document === undefined || !("parsed" in document)) return undefined;
  const ref = getAt(document.parsed, [...fromPointer(pointer), "$ref"]);
  if (typeof ref !== "string") return undefined;
  const [path = "", inside] = ref.split("#");
  const file =
    path === "" ? source.absoluteRef : resolver.resolveExternalRef(source.absoluteRef, path);
  const error = await resolver.cache.get(file)?.catch((thrown: unknown) => thrown);
  return {
    written: ref,
    name: repoPath(root, file) + (inside === undefined ? "" : `#${inside}`),
    unreadable:
      error instanceof YamlParseError ? yamlProblem(error, repoPath(root, file)) : undefined,
  };
}
