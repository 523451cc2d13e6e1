import type { JsonObject } from "@cloud-clients/openapi-model";
import { stringifyYaml } from "@redocly/openapi-core";

/** The text of an API's bundle, specs/<api>/openapi.yaml. */
export function bundleFile(api: string, document: JsonObject): string {
  const header = `# Written by "pnpm generate" from specs/${api}/source and specs/${api}/overlays. Do not edit.\n`;
  return header + stringifyYaml(document, { noRefs: true, lineWidth: -1 });
}
