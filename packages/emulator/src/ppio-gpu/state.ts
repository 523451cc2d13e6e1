import type { Clock } from "../engine/clock.js";
import { copyState } from "../engine/copy-state.js";
import type { Random } from "../engine/random.js";
import type { ServiceState } from "../engine/service.js";
import type { StandInState } from "../engine/stand-in-state.js";
import { arriveEndpoint, makeEndpoint, type StoredServerlessEndpoint } from "./endpoints.js";
import { makeImages, type StoredImage } from "./images.js";
import { arriveInstance, makeInstance, type StoredInstance } from "./instances.js";
import { arriveJob, type StoredJob } from "./jobs.js";
import { arriveNetwork, makeNetwork, type StoredNetwork } from "./networks.js";
import { arrivePrewarmTask, makePrewarmTask, type StoredPrewarmTask } from "./prewarm-tasks.js";
import { makeProducts, makeRegions, type StoredProduct, type StoredRegion } from "./products.js";
import { makeTemplate, type StoredTemplate } from "./templates.js";
import type { Course, Transition, TransitionKind } from "./world.js";

/** A seeded instance that is on its way runs after this long. */
const arrivalMs = 60_000;

/** What the PPIO GPU stand-in remembers. Tests may read it and change it at will. */
export class PpioGpuState implements ServiceState<PpioGpuState> {
  /** By id, as all maps here. */
  readonly instances = new Map<string, StoredInstance>();
  /** Serverless endpoints. */
  readonly endpoints = new Map<string, StoredServerlessEndpoint>();
  readonly jobs = new Map<string, StoredJob>();
  readonly images = new Map<string, StoredImage>();
  readonly prewarmTasks = new Map<string, StoredPrewarmTask>();
  readonly templates = new Map<string, StoredTemplate>();
  readonly networks = new Map<string, StoredNetwork>();
  readonly products: Map<string, StoredProduct> = byId(makeProducts());
  readonly regions: Map<string, StoredRegion> = byId(makeRegions());
  /** What will change by itself as the clock moves. */
  pending: Transition[] = [];
  /** Public port that the next exposed tcp port gets. */
  nextPublicPort = 30_000;
  readonly #random: Random;
  readonly #clock: Clock;
  #seeded = 0;

  constructor(
    random: Random,
    clock: Clock,
    /** What operations without a handler show and keep. */
    readonly standIn: StandInState,
  ) {
    this.#random = random;
    this.#clock = clock;
  }

  /** Adds instances with varied state, region, billing and ports; returns them, oldest first. */
  seedInstances(count: number): StoredInstance[] {
    return Array.from({ length: count }, () => {
      this.#seeded += 1;
      const now = this.#clock.now();
      const instance = makeInstance(this, this.#seeded, this.#random, now);
      this.instances.set(instance.id, instance);
      const { status } = instance.status;
      if (status === "pulling" || status === "starting") {
        this.pending.push({
          kind: "instance",
          id: instance.id,
          at: now + arrivalMs,
          status: "running",
        });
      }
      return instance;
    });
  }

  /** The source of all made-up data. */
  get random(): Random {
    return this.#random;
  }

  /** An id that nothing else has. */
  newId(kind: string): string {
    return `${kind}-${this.#random.hex(10)}`;
  }

  /** Sends a thing through states, in place of those that it still had before it. */
  begin(kind: TransitionKind, id: string, course: Course, now: number): void {
    this.cancel(kind, id);
    for (const [status, after] of course) this.pending.push({ kind, id, at: now + after, status });
    this.settle(now);
  }

  /** Leaves a thing in the state that it has. */
  cancel(kind: TransitionKind, id: string): void {
    this.pending = this.pending.filter((each) => each.kind !== kind || each.id !== id);
  }

  clone(): PpioGpuState {
    const copy = new PpioGpuState(this.#random, this.#clock, this.standIn.clone());
    return copyState(copy, this, ["standIn"]);
  }

  settle(now: number): void {
    const due = this.pending.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at);
    if (due.length === 0) return;
    this.pending = this.pending.filter(({ at }) => at > now);
    for (const { kind, id, at: ms, status } of due)
      arrivals[kind](this, id, status, Math.floor(ms / 1000));
  }
}

/** How many of each there are at the start, besides instances, products and regions. */
const counts = { endpoints: 8, templates: 24, prewarmTasks: 6, networks: 3 };

/** Fills an account with a few of everything but instances. */
export function seedAccount(state: PpioGpuState, now: number): void {
  const fill = <Thing>(
    things: Map<string, Thing>,
    count: number,
    make: (state: PpioGpuState, number: number, now: number) => Thing,
    idOf: (thing: Thing) => string,
  ): void => {
    for (let number = 1; number <= count; number += 1) {
      const thing = make(state, number, now);
      things.set(idOf(thing), thing);
    }
  };
  fill(state.endpoints, counts.endpoints, makeEndpoint, ({ id }) => id);
  fill(state.templates, counts.templates, makeTemplate, ({ id }) => id);
  fill(state.prewarmTasks, counts.prewarmTasks, makePrewarmTask, ({ task_id: id }) => id);
  fill(state.networks, counts.networks, makeNetwork, ({ id }) => id);
  for (const image of makeImages(state, now)) state.images.set(image.id, image);
}

/** What a thing does when a state is due that it has at that time, in seconds. What is gone stays gone. */
type Arrival = (state: PpioGpuState, id: string, status: string, seconds: number) => void;

const arrivals: Readonly<Record<TransitionKind, Arrival>> = {
  instance: arriveInstance,
  endpoint: arriveEndpoint,
  job: arriveJob,
  prewarmTask: arrivePrewarmTask,
  network: arriveNetwork,
};

function byId<Thing extends { readonly id: string }>(things: readonly Thing[]): Map<string, Thing> {
  return new Map(things.map((thing) => [thing.id, thing]));
}
