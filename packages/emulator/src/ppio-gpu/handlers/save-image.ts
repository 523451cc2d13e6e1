import { requireState } from "../move-instance.js";
import { findInstance, ppioHandler } from "../ppio-handler.js";
import { startJob } from "../start-job.js";

interface Input {
  readonly body: { readonly instance_id: string; readonly image: string };
}

/** Starts a job that stores an instance as an image. */
export const saveImage = ppioHandler<Input>("saveImage", ({ state, body, now }) => {
  const instance = findInstance(state, body);
  requireState(instance, "saving an image", ["running", "exited"]);
  const { image } = body;
  return { job_id: startJob(state, { type: "saveImage", instance_id: instance.id, image }, now) };
});
