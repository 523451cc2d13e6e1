/** Whether all examples of the properties are tried, as `prove properties` has it, and not the part that is quick. */
export const isThorough = process.env.CLOUD_CLIENTS_PROPERTIES === "all";

/** How many examples a property is tried with, of all that it has: a tenth when it has to be quick. */
export function examples(all: number): number {
  return isThorough ? all : all / 10;
}
