import type { Clock } from "../clock.js";
import type { Random } from "../random.js";
import type { ServiceState } from "../service/service.js";
import { arrive } from "./arrive.js";
import { makeInstance } from "./make-instance.js";
import { makeProducts } from "./make-products.js";
import { makeRegions, type StoredRegion } from "./make-regions.js";
import type { StoredImage } from "./stored-image.js";
import type { StoredInstance } from "./stored-instance.js";
import type { StoredJob } from "./stored-job.js";
import type { StoredNetwork } from "./stored-network.js";
import type { StoredPrewarmTask } from "./stored-prewarm-task.js";
import type { StoredProduct } from "./stored-product.js";
import type { StoredServerlessEndpoint } from "./stored-serverless-endpoint.js";
import type { StoredTemplate } from "./stored-template.js";
import type { Course, Transition, TransitionKind } from "./transition.js";

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

  constructor(random: Random, clock: Clock) {
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

  /** What everything made up follows from. */
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
    const copy = new PpioGpuState(this.#random, this.#clock);
    copyInto(copy.instances, this.instances);
    copyInto(copy.endpoints, this.endpoints);
    copyInto(copy.jobs, this.jobs);
    copyInto(copy.images, this.images);
    copyInto(copy.prewarmTasks, this.prewarmTasks);
    copyInto(copy.templates, this.templates);
    copyInto(copy.networks, this.networks);
    copyInto(copy.products, this.products);
    copyInto(copy.regions, this.regions);
    copy.pending = [...this.pending];
    copy.nextPublicPort = this.nextPublicPort;
    return copy;
  }

  settle(now: number): void {
    const due = this.pending.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at);
    if (due.length === 0) return;
    this.pending = this.pending.filter(({ at }) => at > now);
    for (const transition of due) arrive(this, transition);
  }
}

function byId<Thing extends { readonly id: string }>(things: readonly Thing[]): Map<string, Thing> {
  return new Map(things.map((thing) => [thing.id, thing]));
}

function copyInto<Thing>(copy: Map<string, Thing>, original: ReadonlyMap<string, Thing>): void {
  copy.clear();
  for (const [id, thing] of original) copy.set(id, structuredClone(thing));
}
