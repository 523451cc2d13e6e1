import { Refusal } from "../../service/refusal.js";
import { versions } from "../versions.js";
import { vpcepHandler } from "../vpcep-handler.js";

/** One version of the API. */
export const getVersion = vpcepHandler<{ path: { readonly version: string } }>(
  "getVersion",
  ({ path }) => {
    const version = versions.find(({ id }) => id === path.version);
    if (version) return { version };
    throw new Refusal(404, "EndPoint.0005", `the API has no version ${path.version}`);
  },
);
