import { versions } from "../versions.js";
import { vpcepHandler } from "../vpcep-handler.js";

/** All versions of the API. */
export const listVersions = vpcepHandler<object>("listVersions", () => ({ versions }));
