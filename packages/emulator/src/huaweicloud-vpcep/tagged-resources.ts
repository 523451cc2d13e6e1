import { listPage } from "../engine/paged-list.js";
import { Refusal } from "../engine/refusal.js";
import { handler } from "../engine/service.js";
import type { HasServices } from "./endpoint-services.js";
import { findEndpoint, type HasEndpoints } from "./endpoints.js";
import type { ResourceType } from "./quotas.js";
import { sortByTime } from "./sort-by-time.js";
import { checkTags, maxTags, type StoredTag } from "./tags.js";
import type { ProjectPath } from "./world.js";

type State = HasServices & HasEndpoints;

/** Path of an operation on a kind of resources. */
interface ResourceTypePath extends ProjectPath {
  readonly resource_type: ResourceType;
}

/** What all resources with tags have. */
interface Tagged {
  readonly id: string;
  /** Empty when it has none. */
  readonly name: string;
  readonly created_at: string;
  tags: StoredTag[];
}

/** All resources of a kind, oldest first. */
function allTagged(state: State, type: ResourceType): Tagged[] {
  return type === "endpoint_service"
    ? [...state.services.values()].map((service) => view(service, service.service_name))
    : [...state.endpoints.values()].map((endpoint) => view(endpoint, ""));
}

/** The resource to tag. @throws Refusal 400 `EndPoint.2003` or 404 `EndPoint.2006` when there is none */
function findTagged(state: State, type: ResourceType, id: string): { tags: StoredTag[] } {
  if (type === "endpoint") return findEndpoint(state, id);
  const service = state.services.get(id);
  if (service) return service;
  throw new Refusal(400, "EndPoint.2003", `no endpoint service has the id ${id}`);
}

function view({ id, created_at, tags }: Omit<Tagged, "name">, name: string): Tagged {
  return { id, name, created_at, tags };
}

/** A key to look for, with any of its values; no values mean any. */
interface TagFilter {
  readonly key: string;
  readonly values: readonly string[];
}

/** Filters by tag, as the body of `listResourceInstances` has them. */
interface TagFilters {
  readonly tags?: readonly TagFilter[];
  readonly tags_any?: readonly TagFilter[];
  readonly not_tags?: readonly TagFilter[];
  readonly not_tags_any?: readonly TagFilter[];
  readonly sys_tags?: readonly TagFilter[];
  readonly without_any_tag?: boolean;
}

/** Whether the tags of a resource pass all filters. No resource has a tag of the system. */
function passes(tags: readonly StoredTag[], filters: TagFilters): boolean {
  const { sys_tags = [], without_any_tag: untagged = false } = filters;
  if (sys_tags.length > 0) return false;
  if (untagged) return tags.length === 0;
  const has = ({ key, values }: TagFilter): boolean =>
    tags.some((tag) => tag.key === key && (values.length === 0 || values.includes(tag.value)));
  const { tags: all = [], tags_any: any = [], not_tags: none = [], not_tags_any = [] } = filters;
  return (
    all.every(has) &&
    (any.length === 0 || any.some(has)) &&
    !none.some(has) &&
    (not_tags_any.length === 0 || !not_tags_any.every(has))
  );
}

/** @throws Refusal 400 `EndPoint.3067` when a filter names a key twice */
function refuseRepeatedKeys(filters: TagFilters): void {
  const { tags, tags_any, not_tags, not_tags_any, sys_tags } = filters;
  for (const filter of [tags, tags_any, not_tags, not_tags_any, sys_tags]) {
    const keys = filter?.map(({ key }) => key) ?? [];
    const twice = keys.find((key, index) => keys.indexOf(key) !== index);
    if (twice !== undefined) {
      throw new Refusal(400, "EndPoint.3067", `a filter names the key ${twice} twice`);
    }
  }
}

interface Search extends TagFilters {
  readonly action: "filter" | "count";
  readonly limit?: string;
  readonly offset?: string;
  readonly matches?: readonly { readonly value: string }[];
}

function hasName({ name }: Tagged, { matches = [] }: Search): boolean {
  return matches.every(({ value }) =>
    value === "" ? name === "" : name.toLowerCase().includes(value.toLowerCase()),
  );
}

function refusePaging({ limit, offset }: Search): void {
  if (limit !== undefined) throw new Refusal(400, "EndPoint.0006", "limit does not go with count");
  if (offset !== undefined)
    throw new Refusal(400, "EndPoint.0010", "offset does not go with count");
}

function show({ id, name, tags }: Tagged): object {
  return { resource_id: id, resource_name: name || id, resource_detail: null, tags };
}

type Wanted = Pick<StoredTag, "key"> & Partial<StoredTag>;

interface TagChange {
  readonly path: ResourceTypePath & { readonly resource_id: string };
  readonly body: { readonly action: "create" | "delete"; readonly tags?: readonly Wanted[] };
}

function names({ key, value }: Wanted, tag: StoredTag): boolean {
  return tag.key === key && (value === undefined || tag.value === value);
}

/** What can be done with resources by their tags. */
export const tagHandlers = {
  /** A page of the services or endpoints that pass all filters, or only their number. */
  listResourceInstances: handler<State, { path: ResourceTypePath; body: Search }>((call) => {
    const { state, path, body } = call;
    refuseRepeatedKeys(body);
    const matching = allTagged(state, path.resource_type).filter(
      (resource) => passes(resource.tags, body) && hasName(resource, body),
    );
    if (body.action === "count") {
      refusePaging(body);
      return { total_count: matching.length };
    }
    return listPage(call, sortByTime(matching, {}).map(show), { defaultLimit: 1000 });
  }),

  /** Adds tags to a resource (a key that is there gets the new value), or deletes them. */
  batchUpdateResourceTags: handler<State, TagChange>(({ state, path, body }) => {
    const resource = findTagged(state, path.resource_type, path.resource_id);
    const { action, tags = [] } = body;
    if (tags.length === 0) throw new Refusal(400, "EndPoint.3066", "tags is empty");
    if (action === "delete") {
      resource.tags = resource.tags.filter((tag) => !tags.some((gone) => names(gone, tag)));
      return;
    }
    const given = checkTags(tags);
    const bare = tags.find(({ value }) => value === undefined);
    if (bare) throw new Refusal(400, "EndPoint.3068", `the tag ${bare.key} needs a value`);
    const kept = resource.tags.filter(({ key }) => !given.some((tag) => tag.key === key));
    if (kept.length + given.length > maxTags) {
      throw new Refusal(400, "EndPoint.3069", `a resource has at most ${maxTags} tags`);
    }
    resource.tags = [...kept, ...given];
  }),

  /** Every key in use with all of its values, both in alphabetical order. */
  listProjectResourceTags: handler<State, { path: ResourceTypePath }>(({ state, path }) => {
    const values = new Map<string, Set<string>>();
    for (const { tags } of allTagged(state, path.resource_type)) {
      for (const { key, value } of tags) {
        values.set(key, (values.get(key) ?? new Set()).add(value));
      }
    }
    const keys = [...values.keys()].sort();
    return { tags: keys.map((key) => ({ key, values: [...(values.get(key) ?? [])].sort() })) };
  }),
};
