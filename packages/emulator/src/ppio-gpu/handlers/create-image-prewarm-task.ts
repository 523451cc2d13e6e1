import { makeImageSize } from "../make-prewarm-task.js";
import { ppioHandler } from "../ppio-handler.js";
import { findNamed } from "../refusals.js";
import { splitAddress } from "../store-image.js";
import { toStatus } from "../stored-status.js";
import { courses } from "../transition.js";

interface Body {
  readonly image: string;
  readonly region_id: string;
  readonly registry_auth_id?: string;
  readonly product_ids?: readonly string[];
  readonly note?: string;
}

/** Starts a prewarm task; it is done once the clock has moved. */
export const createImagePrewarmTask = ppioHandler<{ body: Body }>(
  "createImagePrewarmTask",
  ({ state, body, now }) => {
    const { image, region_id, registry_auth_id = "", product_ids = [], note = "" } = body;
    findNamed(state.regions, "region", region_id);
    for (const product of product_ids) findNamed(state.products, "product", product);
    const { name, tag } = splitAddress(image);
    const task_id = state.newId("prewarm");
    state.prewarmTasks.set(task_id, {
      task_id,
      name: `${name}:${tag}`,
      image,
      region_id,
      product_ids: [...product_ids],
      image_size: makeImageSize(state),
      created_at: Math.floor(now / 1000),
      completed_at: 0,
      status: toStatus("pending"),
      registry_auth_id,
      note,
      reason: [],
    });
    state.begin("prewarmTask", task_id, courses.prewarm, now);
    return { task_id };
  },
);
