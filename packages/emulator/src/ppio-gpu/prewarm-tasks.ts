import { contains, equals } from "../engine/filters.js";
import { handler } from "../engine/service.js";
import { splitAddress } from "./images.js";
import { listPage } from "./lists.js";
import { type HasProducts, regionIds } from "./products.js";
import { find, findNamed } from "./refusals.js";
import { type Course, type StoredStatus, seedTime, toStatus, type World } from "./world.js";

/** A prewarm task as the emulator keeps it: the wire form of `getImagePrewarmTask`, all fields present. */
export interface StoredPrewarmTask {
  task_id: string;
  name: string;
  image: string;
  region_id: string;
  product_ids: string[];
  /** Bytes. */
  image_size: number;
  /** Unix time in seconds. */
  created_at: number;
  /** 0: not yet. */
  completed_at: number;
  status: StoredStatus;
  registry_auth_id: string;
  note: string;
  reason: string[];
}

/** The part of the state that holds prewarm tasks, by id. */
export interface HasPrewarmTasks {
  readonly prewarmTasks: Map<string, StoredPrewarmTask>;
}

type State = World & HasProducts & HasPrewarmTasks;

const course: Course = [
  ["pending", 0],
  ["running", 5_000],
  ["succeeded", 60_000],
];

/** Makes the nth prewarm task, finished. The second one has failed. */
export function makePrewarmTask(state: World, number: number, now: number): StoredPrewarmTask {
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
function makeImageSize({ random }: World): number {
  return (1 + random.below(20)) * 2 ** 30;
}

/** Gives a task the state that was due. */
export function arrivePrewarmTask(
  state: HasPrewarmTasks,
  id: string,
  status: string,
  seconds: number,
): void {
  const task = state.prewarmTasks.get(id);
  if (task === undefined) return;
  task.status = toStatus(status);
  if (status === "succeeded") task.completed_at = seconds;
}

interface PrewarmOrder {
  readonly image: string;
  readonly region_id: string;
  readonly registry_auth_id?: string;
  readonly product_ids?: readonly string[];
  readonly note?: string;
}

interface Deletion {
  readonly task_ids: readonly string[];
}

/** What can be done with tasks that bring images to machines beforehand. */
export const prewarmTaskHandlers = {
  /** A page of the prewarm tasks that the filters leave. */
  listImagePrewarmTasks: handler<State, object>((call) =>
    listPage(call, call.state.prewarmTasks.values(), {
      filters: {
        status: equals(({ status }) => status.status),
        region_id: equals(({ region_id: region }) => region),
        name: contains(({ name, note }) => [name, note]),
      },
      id: ({ task_id: id }) => id,
    }),
  ),

  /** Starts a prewarm task; it is done once the clock has moved. */
  createImagePrewarmTask: handler<State, { body: PrewarmOrder }>(({ state, body, now }) => {
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
    state.begin("prewarmTask", task_id, course, now);
    return { task_id };
  }),

  /** One prewarm task, as far as it is by now. */
  getImagePrewarmTask: handler<State, { path: { readonly task_id: string } }>(({ state, path }) =>
    find(state.prewarmTasks, "prewarm task", path.task_id),
  ),

  /** Deletes prewarm tasks at once, whether done or not, and passes over ids that it does not know. */
  deleteImagePrewarmTasks: handler<State, { body: Deletion }>(({ state, body }) => {
    for (const id of body.task_ids) {
      state.prewarmTasks.delete(id);
      state.cancel("prewarmTask", id);
    }
    return {};
  }),
};
