import type { InstanceOrder } from "../instance-order.js";
import { orderInstance } from "../order-instance.js";
import { ppioHandler } from "../ppio-handler.js";
import { courses } from "../transition.js";

/** Orders an instance; it runs once the clock has moved. */
export const createInstance = ppioHandler<{ body: InstanceOrder }>(
  "createInstance",
  ({ state, body, now }) => {
    const instance = orderInstance(state, body, now);
    state.instances.set(instance.id, instance);
    state.begin("instance", instance.id, courses.create, now);
    return { id: instance.id };
  },
);
