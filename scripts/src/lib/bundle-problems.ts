import {
  type BaseResolver,
  getLineColLocation,
  type LocationObject,
  type NormalizedProblem,
  YamlParseError,
} from "@redocly/openapi-core";
import { getAt, isObject } from "./json.js";
import { fromPointer } from "./json-pointer.js";
import type { OverlayTrace } from "./overlay-trace.js";
import { yamlProblem } from "./parse-yaml-file.js";
import { type Place, repoPath, showPlace } from "./repo-path.js";

/** The bundler's problems, one line each: file, place, what is wrong. */
export async function describeProblems(
  root: string,
  problems: readonly NormalizedProblem[],
  resolver: BaseResolver,
  trace: OverlayTrace,
): Promise<string[]> {
  const lines = new Set<string>();
  for (const problem of problems) {
    const location = problem.location[0];
    if (location === undefined) {
      lines.add(`${trace.file}: ${problem.message}`);
      continue;
    }
    const ref = await brokenRef(resolver, location);
    const broken = ref === undefined ? undefined : await unreadable(root, resolver, location, ref);
    const place = showPlace(placeOf(root, location, trace));
    if (broken !== undefined) lines.add(broken);
    else if (ref !== undefined) lines.add(`${place}: the $ref ${ref} leads nowhere`);
    else if (!problem.message.startsWith("Failed to parse"))
      lines.add(`${place}: ${problem.message}`);
  }
  return [...lines];
}

function placeOf(root: string, location: LocationObject, trace: OverlayTrace): Place {
  const { source, pointer } = location;
  const action = trace.actions.find(({ document }) => document.source === source);
  if (action !== undefined && pointer !== undefined) {
    return trace.placeOf(action, fromPointer(pointer).slice(2));
  }
  const file = repoPath(root, source.absoluteRef);
  if (file === trace.file && pointer !== undefined) return trace.origin(pointer);
  return { file, ...getLineColLocation(location).start };
}

/** The `$ref` that stands at a reported location, if one does. */
async function brokenRef(
  resolver: BaseResolver,
  { source, pointer }: LocationObject,
): Promise<string | undefined> {
  const document = await resolver.cache.get(source.absoluteRef)?.catch(() => undefined);
  if (pointer === undefined || document === undefined || !("parsed" in document)) return undefined;
  const node = getAt(document.parsed, fromPointer(pointer));
  return isObject(node) && typeof node.$ref === "string" ? node.$ref : undefined;
}

/** The line about the file behind a `$ref` when that file is there but is not YAML. */
async function unreadable(
  root: string,
  resolver: BaseResolver,
  { source }: LocationObject,
  ref: string,
): Promise<string | undefined> {
  const file = resolver.resolveExternalRef(source.absoluteRef, ref.split("#")[0] ?? "");
  const error = await resolver.cache.get(file)?.catch((thrown: unknown) => thrown);
  return error instanceof YamlParseError ? yamlProblem(error, repoPath(root, file)) : undefined;
}
