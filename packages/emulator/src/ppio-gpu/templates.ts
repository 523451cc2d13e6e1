import { contains, equals, listed } from "../engine/filters.js";
import { handler } from "../engine/service.js";
import { listPage } from "./lists.js";
import { checkPorts } from "./ports.js";
import { find, notFound, permissionDenied } from "./refusals.js";
import {
  account,
  memberOf,
  type SentVariable,
  seedTime,
  toVariables,
  type World,
} from "./world.js";

/** A template as the emulator keeps it: the wire form of `getTemplate`, all fields present. */
export interface StoredTemplate {
  id: string;
  owner_id: string;
  name: string;
  type: string;
  image: string;
  registry_auth_id: string;
  command: string;
  entrypoint: string;
  rootfs_size_gb: number;
  ports: { port: number; protocol: string }[];
  envs: { key: string; value: string }[];
  metadata: StoredTemplateMetadata;
  min_cuda_version: string;
  visibility: string;
  /** Unix time in seconds. */
  created_at: number;
  updated_at: number;
  member_id: string;
}

/** What a catalogue shows of a template. */
export interface StoredTemplateMetadata {
  readme: string;
  logo: string;
  description: string;
  author: string;
  tags: string[];
}

/** The part of the state that holds templates, by id. */
export interface HasTemplates {
  readonly templates: Map<string, StoredTemplate>;
}

type State = World & HasTemplates;

const names = ["pytorch", "jupyter", "vllm", "comfy"] as const;

/** Makes the nth template. Every third one belongs to somebody else and to the community. */
export function makeTemplate(state: World, number: number, now: number): StoredTemplate {
  const { random } = state;
  const foreign = number % 3 === 0;
  const name = random.pick(names);
  const createdAt = seedTime(now, number);
  return {
    id: state.newId("tpl"),
    owner_id: foreign ? "owner-of-another-account" : account.owner_id,
    name: `${name}-${String(number).padStart(2, "0")}`,
    type: "instance",
    image: `registry.example.com/templates/${name}:2.3`,
    registry_auth_id: "",
    command: "",
    entrypoint: "/bin/bash",
    rootfs_size_gb: 50,
    ports: [{ port: 8888, protocol: "http" }],
    envs: [{ key: "STAGE", value: "test" }],
    metadata: {
      readme: `How to use ${name}`,
      logo: "https://example.com/logo.png",
      description: `Start with ${name}`,
      author: foreign ? "somebody" : "we",
      tags: [name],
    },
    min_cuda_version: "12.2",
    visibility: foreign || random.below(4) === 0 ? "community" : "private",
    created_at: createdAt,
    updated_at: createdAt,
    member_id: foreign ? "member-of-another-account" : memberOf(number),
  };
}

/** Path of an operation on one template. */
interface TemplatePath {
  readonly template_id: string;
}

/** The template with this id. @throws Refusal 404 when there is none */
function findTemplate(state: HasTemplates, { template_id: id }: TemplatePath): StoredTemplate {
  return find(state.templates, "template", id);
}

/** The account's own template with this id. @throws Refusal 404, or 403 when it is somebody else's */
function findOwnTemplate(state: HasTemplates, path: TemplatePath): StoredTemplate {
  const template = findTemplate(state, path);
  if (isOwn(template)) return template;
  throw permissionDenied(`template ${template.id} belongs to somebody else`);
}

/** Whether a template belongs to the account. */
function isOwn({ owner_id: owner }: StoredTemplate): boolean {
  return owner === account.owner_id;
}

/** What a request says of a template, of which its schema lets fewer fields through; what it leaves out keeps its value. */
interface TemplateOrder extends Partial<Omit<StoredTemplate, "ports" | "envs" | "metadata">> {
  readonly ports?: readonly { readonly port?: number; readonly protocol?: string }[];
  readonly envs?: readonly SentVariable[];
  readonly metadata?: Partial<StoredTemplateMetadata>;
}

/** A template with what a request says of it. @throws Refusal 400 for ports that make no sense */
function applyTemplateOrder(template: StoredTemplate, order: TemplateOrder): StoredTemplate {
  return {
    ...template,
    ...order,
    ports: order.ports ? checkPorts(order.ports) : template.ports,
    envs: order.envs ? toVariables(order.envs) : template.envs,
    metadata: { ...template.metadata, ...order.metadata },
  };
}

interface Reading {
  readonly path: TemplatePath;
  readonly query: { readonly is_community?: boolean };
}

function blank(id: string, createdAt: number): StoredTemplate {
  return {
    id,
    name: "",
    type: "",
    image: "",
    registry_auth_id: "",
    command: "",
    entrypoint: "",
    rootfs_size_gb: 20,
    ports: [],
    envs: [],
    metadata: { readme: "", logo: "", description: "", author: "", tags: [] },
    min_cuda_version: "",
    visibility: "private",
    created_at: createdAt,
    updated_at: createdAt,
    ...account,
  };
}

/** What can be done with templates. */
export const templateHandlers = {
  /** A page of the templates that the filters leave, the account's own and those of the community. */
  listTemplates: handler<State, object>((call) =>
    listPage(call, call.state.templates.values(), {
      filters: {
        name: contains(({ name }) => [name]),
        type: equals(({ type }) => type),
        visibilities: listed(({ visibility }) => [visibility]),
        member_ids: listed(({ member_id: member }) => [member]),
        is_my_community: (template, mine) =>
          mine !== "true" || (isOwn(template) && template.visibility === "community"),
      },
      id: ({ id }) => id,
    }),
  ),

  /** One template: of the account's own, or of the community when the request says so. */
  getTemplate: handler<State, Reading>(({ state, path, query }) => {
    const template = findTemplate(state, path);
    const seen = query.is_community ? template.visibility === "community" : isOwn(template);
    if (!seen)
      throw notFound(query.is_community ? "community template" : "own template", template.id);
    return template;
  }),

  /** Creates a template that only the account sees. */
  createTemplate: handler<State, { body: TemplateOrder }>(({ state, body, now }) => {
    const id = state.newId("tpl");
    const template = applyTemplateOrder(blank(id, Math.floor(now / 1000)), body);
    state.templates.set(id, template);
    return { template_id: id };
  }),

  /** Changes a template of the account's own. What the request leaves out keeps its value. */
  updateTemplate: handler<State, { path: TemplatePath; body: TemplateOrder }>(
    ({ state, path, body, now }) => {
      const changed = applyTemplateOrder(findOwnTemplate(state, path), body);
      state.templates.set(changed.id, { ...changed, updated_at: Math.floor(now / 1000) });
      return {};
    },
  ),

  /** Deletes a template of the account's own at once. */
  deleteTemplate: handler<State, { path: TemplatePath }>(({ state, path }) => {
    state.templates.delete(findOwnTemplate(state, path).id);
    return {};
  }),
};
