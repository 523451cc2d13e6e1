import { replacedEntries } from "../../service/replaced-entries.js";
import { type EndpointPath, findChangeable } from "../find-endpoint.js";
import { toTimestamp } from "../time.js";
import { vpcepHandler } from "../vpcep-handler.js";

interface Input {
  readonly path: EndpointPath;
  readonly body: { readonly enable_whitelist?: boolean };
}

/** Replaces the whitelist of an endpoint; what is left out takes the default that the page prints. */
export const updateEndpointWhitelist = vpcepHandler<Input>("updateEndpointWhitelist", (call) => {
  const { state, path, body, now } = call;
  const endpoint = findChangeable(state, path, { only: "interface", what: "a whitelist" });
  endpoint.whitelist = replacedEntries<string>(call) ?? [];
  endpoint.enable_whitelist = body.enable_whitelist ?? false;
  endpoint.updated_at = toTimestamp(now);
  return { ...endpoint, project_id: path.project_id };
});
