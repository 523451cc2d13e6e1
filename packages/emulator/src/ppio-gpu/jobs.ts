import { equals } from "../engine/filters.js";
import { handler } from "../engine/service.js";
import { type HasImages, storeImage } from "./images.js";
import {
  findInstance,
  type HasInstances,
  type InstancePath,
  requireState,
  type StoredInstance,
} from "./instances.js";
import { listPage } from "./lists.js";
import { failedPrecondition, find } from "./refusals.js";
import { type Course, type StoredStatus, toStatus, type World } from "./world.js";

/** A job as the emulator keeps it: the wire form of `getJob`, and what it works on. */
export interface StoredJob {
  id: string;
  type: "saveImage" | "instanceMigrate";
  envs: string[];
  status: StoredStatus;
  /** The instance that is saved or migrated. */
  instance_id: string;
  /** Where `saveImage` stores the image. */
  image?: string;
  /** State that the instance of `instanceMigrate` has afterwards. */
  resume?: string;
  /** Unix time in seconds. */
  created_at: number;
}

/** The part of the state that holds jobs, by id. */
export interface HasJobs {
  readonly jobs: Map<string, StoredJob>;
}

type State = World & HasInstances & HasImages & HasJobs;

const course: Course = [
  ["Pending", 0],
  ["Running", 5_000],
  ["Succeeded", 120_000],
];

/** Starts a job; it is done once the clock has moved. Gives its id. */
function startJob(
  state: World & HasJobs,
  job: Pick<StoredJob, "type" | "instance_id" | "image" | "resume">,
  now: number,
): string {
  const id = state.newId("job");
  const created_at = Math.floor(now / 1000);
  state.jobs.set(id, { ...job, id, envs: [], status: toStatus("Pending"), created_at });
  state.begin("job", id, course, now);
  return id;
}

/** Gives an instance back the state it had before it was migrated, unless it has moved on since. */
function endMigration(instance: StoredInstance, { resume = "running" }: StoredJob): void {
  if (instance.status.status === "migrating") instance.status = toStatus(resume);
}

/** Gives a job the state that was due, with what its success brings about. */
export function arriveJob(state: State, id: string, status: string, seconds: number): void {
  const job = state.jobs.get(id);
  if (job === undefined) return;
  job.status = toStatus(status);
  if (status !== "Succeeded") return;
  const instance = state.instances.get(job.instance_id);
  if (instance === undefined) {
    job.status = toStatus("Failed", "INSTANCE_REMOVED", "the instance is gone");
  } else if (job.image === undefined) {
    endMigration(instance, job);
  } else {
    storeImage(state, job.image, seconds);
  }
}

/** Path of an operation on one job. */
interface JobPath {
  readonly job_id: string;
}

/** The job with this id. @throws Refusal 404 when there is none */
function findJob(state: HasJobs, { job_id: id }: JobPath): StoredJob {
  return find(state.jobs, "job", id);
}

/** What the service shows of a job. */
function showJob({ id, type, envs, status }: StoredJob): object {
  return { id, type, envs, status };
}

interface Saving {
  readonly body: { readonly instance_id: string; readonly image: string };
}

/** What can be done by and with jobs. */
export const jobHandlers = {
  /** Starts a job that stores an instance as an image. */
  saveImage: handler<State, Saving>(({ state, body, now }) => {
    const instance = findInstance(state, body);
    requireState(instance, "saving an image", ["running", "exited"]);
    const { image } = body;
    return { job_id: startJob(state, { type: "saveImage", instance_id: instance.id, image }, now) };
  }),

  /** Starts a job that moves an instance to another machine. */
  migrateInstance: handler<State, { path: InstancePath }>(({ state, path, now }) => {
    const instance = findInstance(state, path);
    requireState(instance, "migrate", ["running", "exited"]);
    const resume = instance.status.status;
    instance.status = toStatus("migrating");
    startJob(state, { type: "instanceMigrate", instance_id: instance.id, resume }, now);
    return {};
  }),

  /** A page of the jobs that the filters leave. */
  listJobs: handler<State, object>((call) =>
    listPage(call, call.state.jobs.values(), {
      filters: { job_id: equals(({ id }) => id), type: equals(({ type }) => type) },
      id: ({ id }) => id,
      show: showJob,
    }),
  ),

  /** One job, as far as it is by now. */
  getJob: handler<State, { path: JobPath }>(({ state, path }) => showJob(findJob(state, path))),

  /** Stops a job that is not done yet; one that is stopped already is left alone. */
  stopJob: handler<State, { path: JobPath }>(({ state, path }) => {
    const job = findJob(state, path);
    const { status } = job.status;
    if (status === "Stopped") return {};
    if (status !== "Pending" && status !== "Running") {
      throw failedPrecondition(`job ${job.id} is ${status}; only one under way can be stopped`);
    }
    state.cancel("job", job.id);
    job.status = toStatus("Stopped");
    const instance = state.instances.get(job.instance_id);
    if (instance !== undefined && job.type === "instanceMigrate") endMigration(instance, job);
    return {};
  }),
};
