import type { Clock } from "../clock.js";
import type { Random } from "../random.js";
import type { ServiceState } from "../service/service.js";
import { makeInstance } from "./make-instance.js";
import type { StoredInstance } from "./stored-instance.js";

/** What the PPIO GPU stand-in remembers. Tests may read it and change it at will. */
export class PpioGpuState implements ServiceState<PpioGpuState> {
  /** By id. */
  readonly instances = new Map<string, StoredInstance>();
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
      const instance = makeInstance(this, this.#seeded, this.#random, this.#clock.now());
      this.instances.set(instance.id, instance);
      return instance;
    });
  }

  clone(): PpioGpuState {
    const copy = new PpioGpuState(this.#random, this.#clock);
    for (const [id, instance] of this.instances) copy.instances.set(id, structuredClone(instance));
    copy.nextPublicPort = this.nextPublicPort;
    return copy;
  }

  settle(): void {}
}
