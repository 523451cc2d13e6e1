import type { Clock } from "../clock.js";
import type { Random } from "../random.js";
import type { ServiceState } from "../service/service.js";
import { creatingMs, endCreation } from "./creation.js";
import { makePublicService } from "./make-public-service.js";
import { makeService } from "./make-service.js";
import type { StoredEndpoint } from "./stored-endpoint.js";
import type { StoredPublicService, StoredService } from "./stored-service.js";

/** What the VPCEP stand-in remembers. Tests may read it and change it at will. */
export class VpcepState implements ServiceState<VpcepState> {
  /** The project's own endpoint services, by id. */
  readonly services = new Map<string, StoredService>();
  /** Services open to everybody, by id. */
  readonly publicServices = new Map<string, StoredPublicService>();
  /** By id. */
  readonly endpoints = new Map<string, StoredEndpoint>();
  /** What is still being created: id of a service or endpoint, and when (ms since 1970) it is done. */
  readonly creating = new Map<string, number>();
  /** Addresses asked for (`port_ip`), by endpoint id; an endpoint has them once it is accepted. */
  readonly wantedAddresses = new Map<string, string>();
  /** `marker_id` of the next endpoint. */
  nextMarkerId = 422321321312321321n;
  readonly #random: Random;
  readonly #clock: Clock;

  constructor(random: Random, clock: Clock) {
    this.#random = random;
    this.#clock = clock;
  }

  /** Adds services with varied state, backend and mappings; returns them, oldest first. */
  seedServices(count: number): StoredService[] {
    return Array.from({ length: count }, () => {
      const service = makeService([...this.services.values()], this.#random, this.#clock.now());
      this.services.set(service.id, service);
      if (service.status === "creating") {
        this.creating.set(service.id, this.#clock.now() + creatingMs);
      }
      return service;
    });
  }

  /** Adds public services; returns them, oldest first. */
  seedPublicServices(count: number): StoredPublicService[] {
    return Array.from({ length: count }, () => {
      const number = this.publicServices.size + 1;
      const service = makePublicService(number, this.#random, this.#clock.now());
      this.publicServices.set(service.id, service);
      return service;
    });
  }

  /** An id that no other resource has. */
  newId(): string {
    return this.#random.uuid();
  }

  clone(): VpcepState {
    const copy = new VpcepState(this.#random, this.#clock);
    for (const [id, each] of this.services) copy.services.set(id, structuredClone(each));
    for (const [id, each] of this.publicServices)
      copy.publicServices.set(id, structuredClone(each));
    for (const [id, each] of this.endpoints) copy.endpoints.set(id, structuredClone(each));
    for (const [id, at] of this.creating) copy.creating.set(id, at);
    for (const [id, ip] of this.wantedAddresses) copy.wantedAddresses.set(id, ip);
    copy.nextMarkerId = this.nextMarkerId;
    return copy;
  }

  settle(now: number): void {
    for (const [id, at] of this.creating) {
      if (at > now) continue;
      this.creating.delete(id);
      endCreation(this, id, at);
    }
  }
}
