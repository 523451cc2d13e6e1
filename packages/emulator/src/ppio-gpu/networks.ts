import { contains, listed } from "../engine/filters.js";
import { handler } from "../engine/service.js";
import type { HasInstances } from "./instances.js";
import { listPage } from "./lists.js";
import { type HasProducts, regionIds } from "./products.js";
import { failedPrecondition, find, findNamed, invalidArgument } from "./refusals.js";
import {
  account,
  type Course,
  memberOf,
  type StoredStatus,
  seedTime,
  toStatus,
  type World,
} from "./world.js";

/** A private network as the emulator keeps it; `getNetwork` shows a part. */
export interface StoredNetwork {
  id: string;
  owner_id: string;
  name: string;
  status: StoredStatus;
  region_id: string;
  member_id: string;
  /** Unix time in seconds. */
  created_at: number;
}

/** The part of the state that holds private networks, by id. */
export interface HasNetworks {
  readonly networks: Map<string, StoredNetwork>;
}

type State = World & HasProducts & HasInstances & HasNetworks;

const course: Course = [
  ["creating", 0],
  ["running", 10_000],
];

/** Makes the nth private network, one region after the other. */
export function makeNetwork(state: World, number: number, now: number): StoredNetwork {
  return {
    id: state.newId("network"),
    owner_id: account.owner_id,
    name: `vpc-${number}`,
    status: toStatus("running"),
    region_id: regionIds[number % regionIds.length] ?? regionIds[0],
    member_id: memberOf(number),
    created_at: seedTime(now, number),
  };
}

/** Gives a network the state that was due. */
export function arriveNetwork(state: HasNetworks, id: string, status: string): void {
  const network = state.networks.get(id);
  if (network !== undefined) network.status = toStatus(status);
}

/** Path of an operation on one private network. */
interface NetworkPath {
  readonly network_id: string;
}

/** The network with this id. @throws Refusal 404 when there is none */
function findNetwork(state: HasNetworks, { network_id: id }: NetworkPath): StoredNetwork {
  return find(state.networks, "network", id);
}

/** What the service shows of a network. */
function showNetwork({ id, owner_id, name, status }: StoredNetwork): object {
  return { id, owner_id, name, status };
}

interface NetworkOrder {
  readonly region_id: string;
  readonly name: string;
}

interface Renaming {
  readonly path: NetworkPath;
  readonly body: { readonly name?: string };
}

/** What can be done with private networks. */
export const networkHandlers = {
  /** A page of the private networks that the filters leave. */
  listNetworks: handler<State, object>((call) =>
    listPage(call, call.state.networks.values(), {
      filters: {
        name: contains(({ name }) => [name]),
        member_ids: listed(({ member_id: member }) => [member]),
      },
      id: ({ id }) => id,
      show: showNetwork,
    }),
  ),

  /** Creates a private network; it runs once the clock has moved. */
  createNetwork: handler<State, { body: NetworkOrder }>(({ state, body, now }) => {
    const { id: region_id } = findNamed(state.regions, "region", body.region_id);
    const id = state.newId("network");
    const created_at = Math.floor(now / 1000);
    const status = toStatus("creating");
    state.networks.set(id, { id, name: body.name, status, region_id, created_at, ...account });
    state.begin("network", id, course, now);
    return { id };
  }),

  /** One private network. */
  getNetwork: handler<State, { path: NetworkPath }>(({ state, path }) =>
    showNetwork(findNetwork(state, path)),
  ),

  /** Gives a private network another name, as long as one that it could have been created with. */
  updateNetwork: handler<State, Renaming>(({ state, path, body }) => {
    const network = findNetwork(state, path);
    const { name = network.name } = body;
    if (name.length < 1 || name.length > 30)
      throw invalidArgument("name must have 1 to 30 characters");
    network.name = name;
    return {};
  }),

  /** Deletes a private network at once, unless an instance is attached to it. */
  deleteNetwork: handler<State, { path: NetworkPath }>(({ state, path }) => {
    const { id } = findNetwork(state, path);
    const attached = [...state.instances.values()].find(({ network }) => network.id === id);
    if (attached !== undefined) {
      throw failedPrecondition(`instance ${attached.id} is attached to network ${id}`);
    }
    state.networks.delete(id);
    state.cancel("network", id);
    return {};
  }),
};
