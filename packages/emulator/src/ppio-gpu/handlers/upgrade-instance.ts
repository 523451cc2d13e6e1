import { moveInstance } from "../move-instance.js";
import { findInstance, type InstancePath, ppioHandler } from "../ppio-handler.js";
import { type SentVariable, toVariables } from "../to-variables.js";

interface Input {
  readonly path: InstancePath;
  readonly body: {
    readonly image: string;
    readonly registry_auth_id?: string;
    readonly entrypoint?: string;
    readonly command?: string;
    readonly envs?: readonly SentVariable[];
  };
}

/** Begins to set an instance up anew. What the request leaves out keeps its value. */
export const upgradeInstance = ppioHandler<Input>(
  "upgradeInstance",
  ({ state, path, body, now }) => {
    const instance = findInstance(state, path);
    moveInstance(state, instance, "upgrade", now);
    const { image, registry_auth_id, entrypoint, command, envs } = body;
    instance.image = image;
    instance.registry_auth_id = registry_auth_id ?? instance.registry_auth_id;
    instance.entrypoint = entrypoint ?? instance.entrypoint;
    instance.command = command ?? instance.command;
    if (envs !== undefined) instance.envs = toVariables(envs);
    return {};
  },
);
