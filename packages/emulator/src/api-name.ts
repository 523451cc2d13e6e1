/** Name of a service that the emulator can stand in for. */
export type ApiName = "ppio-gpu" | "huaweicloud-vpcep";

/** The services that the emulator can stand in for. */
export const apiNames = ["ppio-gpu", "huaweicloud-vpcep"] as const satisfies readonly ApiName[];
