/** The region that the stand-in plays; part of every service name. */
export const region = "cn-north-4";
