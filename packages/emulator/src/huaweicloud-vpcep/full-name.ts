import { region } from "./region.js";

/** The name of a service as it is shown: `<region>.<id>` or `<region>.<name>.<id>`. */
export function fullName(name: string, id: string): string {
  return [region, name, id].filter(Boolean).join(".");
}
