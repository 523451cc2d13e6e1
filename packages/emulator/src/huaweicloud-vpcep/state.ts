import type { Clock } from "../clock.js";
import type { Random } from "../random.js";
import type { ServiceState } from "../service/service.js";
import { creatingMs, endCreation } from "./creation.js";
import { endDeletion } from "./deletion.js";
import { makePublicService } from "./make-public-service.js";
import { makeService } from "./make-service.js";
import type { StoredEndpoint } from "./stored-endpoint.js";
import type { StoredPermission } from "./stored-permission.js";
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
  /** What is being deleted: id of a service or endpoint, and when (ms since 1970) it is gone. */
  readonly deleting = new Map<string, number>();
  /** Permissions to connect, by service id, oldest first. */
  readonly permissions = new Map<string, StoredPermission[]>();
  /** What the owner of a service has noted about a connection, by endpoint id. */
  readonly connectionDescriptions = new Map<string, string>();
  /** How many services and endpoints there may be. */
  quotas = { endpoint_service: 100, endpoint: 150 };
  /** Route tables that can be neither bound nor unbound: why, by id. All others can, whatever their id. */
  readonly brokenRouteTables = new Map<string, string>();
  /** Addresses asked for (`port_ip`), by endpoint id; an endpoint has them once it is accepted. */
  readonly wantedAddresses = new Map<string, string>();
  /** Default route table by VPC id; a VPC has one from its first gateway endpoint on. */
  readonly defaultRouteTables = new Map<string, string>();
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

  /** The route table that a VPC has from the start. */
  defaultRouteTable(vpcId: string): string {
    const id = this.defaultRouteTables.get(vpcId) ?? this.newId();
    this.defaultRouteTables.set(vpcId, id);
    return id;
  }

  clone(): VpcepState {
    const copy = new VpcepState(this.#random, this.#clock);
    for (const [id, each] of this.services) copy.services.set(id, structuredClone(each));
    for (const [id, each] of this.publicServices)
      copy.publicServices.set(id, structuredClone(each));
    for (const [id, each] of this.endpoints) copy.endpoints.set(id, structuredClone(each));
    for (const [id, each] of this.permissions) copy.permissions.set(id, structuredClone(each));
    copyInto(copy.creating, this.creating);
    copyInto(copy.deleting, this.deleting);
    copyInto(copy.connectionDescriptions, this.connectionDescriptions);
    copyInto(copy.brokenRouteTables, this.brokenRouteTables);
    copyInto(copy.wantedAddresses, this.wantedAddresses);
    copyInto(copy.defaultRouteTables, this.defaultRouteTables);
    copy.quotas = { ...this.quotas };
    copy.nextMarkerId = this.nextMarkerId;
    return copy;
  }

  settle(now: number): void {
    for (const [id, at] of this.creating) {
      if (at > now) continue;
      this.creating.delete(id);
      endCreation(this, id, at);
    }
    for (const [id, at] of this.deleting) {
      if (at > now) continue;
      this.deleting.delete(id);
      endDeletion(this, id);
    }
  }
}

function copyInto<Value>(copy: Map<string, Value>, from: ReadonlyMap<string, Value>): void {
  for (const [id, value] of from) copy.set(id, value);
}
