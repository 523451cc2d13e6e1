import { Refusal } from "../engine/refusal.js";
import { handler } from "../engine/service.js";
import {
  findService,
  type HasServices,
  type ServicePath,
  type StoredService,
} from "./endpoint-services.js";
import { includes, pageByTime, type TimeOrder } from "./sort-by-time.js";
import { toTimestamp, type World } from "./world.js";

/** A permission to connect to a service: the wire form of `listServicePermissions`. */
export interface StoredPermission {
  id: string;
  /** `*`, `iam:domain::<account>` or `organizations:orgPath::<path>`. */
  permission: string;
  permission_type: "domainId" | "orgPath";
  description: string;
  created_at: string;
}

/** The part of the state that holds permissions. */
export interface HasPermissions {
  /** By service id, oldest first. */
  readonly permissions: Map<string, StoredPermission[]>;
}

type State = World & HasServices & HasPermissions;

/** The permissions of a service, oldest first. */
function permissionsOf(state: State, service: StoredService): StoredPermission[] {
  const known = state.permissions.get(service.id);
  if (known) return known;
  const none: StoredPermission[] = [];
  state.permissions.set(service.id, none);
  return none;
}

/** Adds a permission; one that is there already stays as it is, but for a description that is given. */
function addPermission(
  state: State,
  service: StoredService,
  permission: string,
  now: number,
  description?: string,
): StoredPermission {
  const all = permissionsOf(state, service);
  const known = all.find((one) => one.permission === permission);
  if (known) {
    known.description = description ?? known.description;
    return known;
  }
  const added: StoredPermission = {
    id: state.newId(),
    permission,
    permission_type: permission.startsWith("organizations:") ? "orgPath" : "domainId",
    description: description ?? "",
    created_at: toTimestamp(now),
  };
  all.push(added);
  return added;
}

/** Removes the permissions that a test picks, and says which they were. */
function removePermissions(
  state: State,
  service: StoredService,
  isGone: (permission: StoredPermission) => boolean,
): StoredPermission[] {
  const all = permissionsOf(state, service);
  state.permissions.set(
    service.id,
    all.filter((one) => !isGone(one)),
  );
  return all.filter(isGone);
}

/** @throws Refusal 400 `EndPoint.3036` when no permission is named */
function refuseNone(permissions: readonly unknown[]): void {
  if (permissions.length === 0) throw new Refusal(400, "EndPoint.3036", "permissions is empty");
}

interface Change {
  readonly path: ServicePath;
  readonly body: { readonly action: "add" | "remove"; readonly permissions: readonly string[] };
}

interface Addition {
  readonly path: ServicePath;
  readonly body: {
    readonly permissions: readonly Pick<StoredPermission, "permission" | "description">[];
  };
}

interface Removal {
  readonly path: ServicePath;
  readonly body: { readonly permissions: readonly { readonly id: string }[] };
}

interface Description {
  readonly path: ServicePath & { readonly permission_id: string };
  readonly body: { readonly permission: { readonly description: string } };
}

/** What can be done with permissions to connect. */
export const permissionHandlers = {
  /** A page of the permissions of a service. */
  listServicePermissions: handler<State, { path: ServicePath; query: TimeOrder }>((call) =>
    pageByTime(call, permissionsOf(call.state, findService(call.state, call.path)), {
      permission: includes(({ permission }) => permission),
    }),
  ),

  /** Adds or removes permissions by what they say, and returns what was asked for. */
  addOrRemoveServicePermissions: handler<State, Change>(({ state, path, body, now }) => {
    const service = findService(state, path);
    const { action, permissions } = body;
    refuseNone(permissions);
    if (action === "remove") {
      removePermissions(state, service, ({ permission }) => permissions.includes(permission));
    } else {
      for (const permission of permissions) addPermission(state, service, permission, now);
    }
    return { permissions };
  }),

  /** Adds permissions with descriptions, and returns those. */
  batchAddServicePermissions: handler<State, Addition>(({ state, path, body, now }) => {
    const service = findService(state, path);
    refuseNone(body.permissions);
    return {
      permissions: body.permissions.map(({ permission, description }) =>
        addPermission(state, service, permission, now, description),
      ),
    };
  }),

  /** Removes permissions by id, and returns those that remain; an unknown id is none too many. */
  batchRemoveServicePermissions: handler<State, Removal>(({ state, path, body }) => {
    const service = findService(state, path);
    refuseNone(body.permissions);
    const gone = new Set(body.permissions.map(({ id }) => id));
    removePermissions(state, service, ({ id }) => gone.has(id));
    return { permissions: permissionsOf(state, service) };
  }),

  /** Changes the description of one permission. */
  updateServicePermissionDescription: handler<State, Description>(({ state, path, body }) => {
    const all = permissionsOf(state, findService(state, path));
    const permission = all.find(({ id }) => id === path.permission_id);
    if (permission === undefined) {
      throw new Refusal(404, "EndPoint.0005", `no permission has the id ${path.permission_id}`);
    }
    permission.description = body.permission.description;
    return { permissions: [permission] };
  }),
};
