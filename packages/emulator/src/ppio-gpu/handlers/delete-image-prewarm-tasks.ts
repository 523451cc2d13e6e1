import { ppioHandler } from "../ppio-handler.js";

/** Deletes prewarm tasks at once, whether done or not, and passes over ids that it does not know. */
export const deleteImagePrewarmTasks = ppioHandler<{
  body: { readonly task_ids: readonly string[] };
}>("deleteImagePrewarmTasks", ({ state, body }) => {
  for (const id of body.task_ids) {
    state.prewarmTasks.delete(id);
    state.cancel("prewarmTask", id);
  }
  return {};
});
