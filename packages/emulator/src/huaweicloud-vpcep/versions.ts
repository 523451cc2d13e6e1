import { region } from "./region.js";

/** The versions of the API that the stand-in has. */
export const versions = [
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
