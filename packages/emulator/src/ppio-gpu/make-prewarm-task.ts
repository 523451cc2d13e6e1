import { regionIds } from "./make-regions.js";
import { seedTime } from "./seed-time.js";
import type { PpioGpuState } from "./state.js";
import type { StoredPrewarmTask } from "./stored-prewarm-task.js";
import { toStatus } from "./stored-status.js";

/** Makes the nth prewarm task, finished. The second one has failed. */
export function makePrewarmTask(
  state: PpioGpuState,
  number: number,
  now: number,
): StoredPrewarmTask {
  const { random } = state;
  const failed = number === 2;
  const image = `registry.example.com/team/app-${number}:1.0`;
  const createdAt = seedTime(now, number);
  return {
    task_id: state.newId("prewarm"),
    name: `app-${number}:1.0`,
    image,
    region_id: random.pick(regionIds),
    product_ids: ["product-gpu-1"],
    image_size: makeImageSize(state),
    created_at: createdAt,
    completed_at: createdAt + 60,
    status: failed
      ? toStatus("failed", "IMAGE_NOT_FOUND", "the registry does not know the image")
      : toStatus("succeeded"),
    registry_auth_id: "",
    note: random.pick(["", "for the demo"]),
    reason: failed ? ["the registry does not know the image"] : [],
  };
}

/** A size that an image may have, in bytes. */
export function makeImageSize({ random }: PpioGpuState): number {
  return (1 + random.below(20)) * 2 ** 30;
}
