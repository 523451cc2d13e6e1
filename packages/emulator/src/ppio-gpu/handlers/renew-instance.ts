import { addMonths } from "../add-months.js";
import { findInstance, type InstancePath, ppioHandler } from "../ppio-handler.js";
import { requirePrepaid } from "../require-prepaid.js";

interface Input {
  readonly path: InstancePath;
  readonly body: { readonly months: number };
}

/** Adds months to the end of a paid period. */
export const renewInstance = ppioHandler<Input>("renewInstance", ({ state, path, body }) => {
  const prepaid = requirePrepaid(findInstance(state, path));
  prepaid.end_time = addMonths(prepaid.end_time, body.months);
  return {};
});
