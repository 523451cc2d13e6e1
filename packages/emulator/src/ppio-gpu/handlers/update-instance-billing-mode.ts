import { makePrepaid, toAutoRenew } from "../make-prepaid.js";
import { makePricing } from "../make-pricing.js";
import { findInstance, type InstancePath, ppioHandler } from "../ppio-handler.js";
import { failedPrecondition, invalidArgument } from "../refusals.js";

interface Input {
  readonly path: InstancePath;
  readonly body: { readonly type: "prepaid" | "postpaid"; readonly months?: number };
}

/** Changes how an instance is paid for; months are bought from the present on. */
export const updateInstanceBillingMode = ppioHandler<Input>(
  "updateInstanceBillingMode",
  ({ state, path, body, now }) => {
    const instance = findInstance(state, path);
    const { type: mode, months = 1 } = body;
    if (months < 1) throw invalidArgument("months must be at least 1");
    if (instance.billing.mode === mode || instance.billing.mode === "spot") {
      throw failedPrecondition(
        `instance ${instance.id} is ${instance.billing.mode}; it cannot become ${mode}`,
      );
    }
    const start = Math.floor(now / 1000);
    instance.billing =
      mode === "prepaid"
        ? { mode, prepaid: makePrepaid(start, months, toAutoRenew(false, 1)) }
        : { mode };
    instance.pricing = makePricing(mode, instance.resource_specs.gpu_num);
    return {};
  },
);
