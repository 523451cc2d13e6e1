import { replacedEntries } from "../../service/replaced-entries.js";
import { exposePorts, type WantedPort } from "../expose-ports.js";
import { findInstance, type InstancePath, ppioHandler } from "../ppio-handler.js";

/** Puts the given ports in place of all exposed ones. */
export const updateInstancePorts = ppioHandler<{ path: InstancePath }>(
  "updateInstancePorts",
  (call) => {
    const instance = findInstance(call.state, call.path);
    const wanted = replacedEntries<WantedPort>(call) ?? [];
    instance.ports = exposePorts(call.state, instance, wanted);
    return {};
  },
);
