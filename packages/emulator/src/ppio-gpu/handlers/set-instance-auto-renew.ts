import { toAutoRenew } from "../make-prepaid.js";
import { merge } from "../merge.js";
import { findInstance, type InstancePath, ppioHandler } from "../ppio-handler.js";
import { requirePrepaid } from "../require-prepaid.js";

interface Input {
  readonly path: InstancePath;
  readonly body: { readonly auto_renew: { readonly enabled?: boolean; readonly months?: number } };
}

/** Switches automatic renewal of a paid period. What the request leaves out keeps its value. */
export const setInstanceAutoRenew = ppioHandler<Input>(
  "setInstanceAutoRenew",
  ({ state, path, body }) => {
    const prepaid = requirePrepaid(findInstance(state, path));
    const { enabled, months } = merge(prepaid.auto_renew, body.auto_renew);
    prepaid.auto_renew = toAutoRenew(enabled, months);
    return {};
  },
);
