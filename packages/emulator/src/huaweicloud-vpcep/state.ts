import type { Clock } from "../engine/clock.js";
import { copyState } from "../engine/copy-state.js";
import type { Random } from "../engine/random.js";
import type { ServiceState } from "../engine/service.js";
import type { StandInState } from "../engine/stand-in-state.js";
import {
  makePublicService,
  makeService,
  type StoredPublicService,
  type StoredService,
} from "./endpoint-services.js";
import { connect, type StoredEndpoint } from "./endpoints.js";
import type { StoredPermission } from "./permissions.js";
import { creatingMs, toTimestamp } from "./world.js";

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

  constructor(
    random: Random,
    clock: Clock,
    /** What operations without a handler show and keep. */
    readonly standIn: StandInState,
  ) {
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
    const copy = new VpcepState(this.#random, this.#clock, this.standIn.clone());
    return copyState(copy, this, ["standIn"]);
  }

  settle(now: number): void {
    for (const [id, at] of this.creating) {
      if (at > now) continue;
      this.creating.delete(id);
      this.#endCreation(id, at);
    }
    for (const [id, at] of this.deleting) {
      if (at > now) continue;
      this.deleting.delete(id);
      for (const all of [this.services, this.endpoints]) all.delete(id);
      for (const noted of [this.permissions, this.wantedAddresses, this.connectionDescriptions]) {
        noted.delete(id);
      }
    }
  }

  #endCreation(id: string, at: number): void {
    const service = this.services.get(id);
    const endpoint = this.endpoints.get(id);
    const created = service ?? endpoint;
    if (created?.status !== "creating") return;
    created.updated_at = toTimestamp(at);
    if (service) service.status = "available";
    else if (endpoint) connect(this, endpoint);
  }
}
