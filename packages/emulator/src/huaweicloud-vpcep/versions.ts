import { Refusal } from "../engine/refusal.js";
import { handler } from "../engine/service.js";
import { region } from "./world.js";

/** The versions of the API that the stand-in has. */
const versions = [
  {
    id: "v1",
    status: "CURRENT",
    updated: "2018-09-30T00:00:00Z",
    version: "1",
    min_version: "",
    links: [
      {
        href: `https://vpcep.${region}.myhuaweicloud.com/v1`,
        type: "application/json",
        rel: "self",
      },
    ],
  },
] as const;

/** The versions of the API, which need no credentials. */
export const versionHandlers = {
  /** All versions of the API. */
  listVersions: handler<unknown, object>(() => ({ versions })),

  /** One version of the API. */
  getVersion: handler<unknown, { path: { readonly version: string } }>(({ path }) => {
    const version = versions.find(({ id }) => id === path.version);
    if (version) return { version };
    throw new Refusal(404, "EndPoint.0005", `the API has no version ${path.version}`);
  }),
};
