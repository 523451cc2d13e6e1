import { findInstance, type InstancePath, ppioHandler } from "../ppio-handler.js";

interface Input {
  readonly path: InstancePath;
  readonly body: { readonly enable: boolean };
}

/** Switches the terminal in the browser. */
export const setInstanceWebTerminal = ppioHandler<Input>(
  "setInstanceWebTerminal",
  ({ state, path, body }) => {
    findInstance(state, path).tools.web_terminal.enabled = body.enable;
    return {};
  },
);
