import { fromPointer, type JsonObject } from "@cloud-clients/openapi-model";
import { createConfig, lintFromString, stringifyYaml } from "@redocly/openapi-core";
import type { Api } from "../base/repository.js";
import type { PlannedFile } from "../base/write-files.js";
import { exceptionsName } from "../lint/exceptions.js";
import { jsonPath, type NewAction, type NewOverlay } from "./overlay-text.js";

const ofExamples = [
  "no-invalid-media-type-examples",
  "no-invalid-parameter-examples",
  "no-invalid-schema-examples",
];
/** Lint rules that a vendor's paths may break: we cannot change the paths of a service. */
const ofPaths = ["no-ambiguous-paths", "no-http-verbs-in-paths", "no-path-trailing-slash"];

const rules = Object.fromEntries(
  [...ofExamples, ...ofPaths].map((rule) => [rule, "error" as const]),
);

/** Lint problems of a vendor's document that need more than the usual corrections. */
export interface VendorHabits {
  /** Drops examples that their schemas do not allow; undefined if all of them fit. */
  wrongExamples: NewOverlay | undefined;
  /** Lint rules that the paths break. */
  brokenByPaths: string[];
}

/** Reads from a bundle which of its examples are wrong, and which rules its paths break. */
export async function vendorHabits(document: JsonObject): Promise<VendorHabits> {
  const config = await createConfig({
    rules: {
      ...rules,
      "no-invalid-media-type-examples": { severity: "error", allowAdditionalProperties: false },
    },
  });
  const source = stringifyYaml(document, { noRefs: true, lineWidth: -1 });
  const problems = await lintFromString({ source, absoluteRef: "/openapi.yaml", config });
  const targets = new Set<string>();
  for (const { ruleId, location } of problems) {
    const keys = fromPointer(location[0]?.pointer ?? "").map(asIndex);
    const end = keys.findLastIndex((key) => key === "example" || key === "examples");
    if (ofExamples.includes(ruleId) && end > 0) {
      targets.add(jsonPath(keys.slice(0, end + 1), document));
    }
  }
  const broken = new Set(problems.map(({ ruleId }) => ruleId).filter((id) => ofPaths.includes(id)));
  const actions = [...targets].map((target): NewAction => ({ target, remove: true }));
  return {
    wrongExamples: actions.length === 0 ? undefined : { ...overlay, actions },
    brokenByPaths: [...broken].sort(),
  };
}

const overlay = {
  name: "0000-wrong-examples",
  title: "Drop examples that their schemas do not allow",
  description:
    "Example and schema disagree. The schema is taken to be right, because responses and requests are checked by it; " +
    "where the example is the truth, delete the action and correct the schema.",
};

function asIndex(key: string): string | number {
  return /^\d+$/.test(key) ? Number(key) : key;
}

/** The exceptions of an API from lint rules that its paths break; undefined if there are none. */
export function lintExceptions(
  api: Api,
  brokenByPaths: readonly string[],
): PlannedFile | undefined {
  if (brokenByPaths.length === 0) return undefined;
  const exceptions = brokenByPaths.map((rule) => ({ rule, because: "The vendor's paths." }));
  return { path: `${api.specs}/${exceptionsName}`, text: stringifyYaml(exceptions) };
}
