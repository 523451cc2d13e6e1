import { ppioHandler } from "../ppio-handler.js";
import { find } from "../refusals.js";

/** One prewarm task, as far as it is by now. */
export const getImagePrewarmTask = ppioHandler<{ path: { readonly task_id: string } }>(
  "getImagePrewarmTask",
  ({ state, path }) => find(state.prewarmTasks, "prewarm task", path.task_id),
);
