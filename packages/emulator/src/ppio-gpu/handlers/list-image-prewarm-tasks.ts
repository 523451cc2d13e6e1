import { contains, equals } from "../filters.js";
import { listPage } from "../list-page.js";
import { ppioHandler } from "../ppio-handler.js";

interface Query {
  readonly status?: string;
  readonly region_id?: string;
  readonly name?: string;
}

/** A page of the prewarm tasks that the filters leave. */
export const listImagePrewarmTasks = ppioHandler<{ query: Query }>(
  "listImagePrewarmTasks",
  (call) => {
    const { status, region_id: region, name } = call.query;
    return listPage(
      call,
      call.state.prewarmTasks.values(),
      (task) =>
        equals(status, task.status.status) &&
        equals(region, task.region_id) &&
        contains(name, task.name, task.note),
      { id: ({ task_id: id }) => id },
    );
  },
);
