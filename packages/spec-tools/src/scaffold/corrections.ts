import {
  type Deref,
  derefIn,
  type FoundOperation,
  fromPointer,
  getAt,
  isObject,
  type JsonObject,
  listOf,
  operationsOf,
  strings,
  successResponse,
  typesOf,
} from "@cloud-clients/openapi-model";
import { operationIdProblem } from "../documents/names.js";
import { isTaken } from "../documents/taken-names.js";
import { signOfList } from "../lint/list-has-pagination.js";
import { exampleOf, hasExample } from "./example.js";
import { camelCase, operationIdFor, sentenceCase } from "./names.js";
import { jsonPath, type NewAction, type NewOverlay } from "./overlay-text.js";
import { tagOf } from "./source-table.js";

type Keys = readonly (string | number)[];

/** A part of a document, and the keys that lead to where it is written. */
interface Part {
  node: JsonObject;
  keys: Keys;
}

/**
 * The overlays that lint requires and that need no knowledge of the service: ids, tags, missing summaries, errors,
 * examples, open enums, sources. Nothing in them is inferred from prose.
 *
 * @param address https address of the document.
 * @param taken names that no function of an operation may have.
 */
export function mechanicalCorrections(
  document: JsonObject,
  address: string,
  taken: readonly string[],
): NewOverlay[] {
  const made = new Corrections(document, taken);
  const overlays: NewOverlay[] = [
    {
      name: "0001-operation-ids",
      title: "Name the operations",
      description:
        "An operationId becomes the name of a function: camelCase, and no other's. Where the document has none, " +
        "or one of another form, this is made of it, or else of method and path.",
      actions: made.ids(),
    },
    {
      name: "0002-operation-tags",
      title: "Give each operation one tag",
      description: "Its first tag where it has several; where it has none, what its path is about.",
      actions: made.tags(),
    },
    {
      name: "0003-summaries",
      title: "Fill in summaries and descriptions",
      description:
        "The document leaves them out. Summaries are made of the operationId; a description says no more than that there is none.",
      actions: made.words(),
    },
    {
      name: "0004-error-responses",
      title: "Declare errors",
      description:
        "The document declares no 4XX response. It is what `default` says, where that is declared; else nothing is known of it.",
      actions: made.errors(),
    },
    {
      name: "0005-types-of-nullables",
      title: "Say which type may be null",
      description:
        "`nullable` means nothing beside no `type`: the type of the values that are listed, or none.",
      actions: made.nullables(),
    },
    {
      name: "0006-reserved-headers",
      title: "Drop header parameters that OpenAPI ignores",
      description:
        "Authorization, Content-Type and Accept are declared by security schemes and media types; as parameters, OpenAPI ignores them.",
      actions: made.reservedHeaders(),
    },
    {
      name: "0007-success-examples",
      title: "Give responses an example",
      description:
        "Made of the schemas: the examples that stand there, and else the plainest value that fits. None of it was returned by the service.",
      actions: made.examples(),
    },
    {
      name: "0008-open-enums",
      title: "Let responses have further values",
      description:
        "The document does not say that these lists of values will never grow: responses may have others. A schema that requests share is open there, too.",
      actions: made.openEnums(),
    },
    {
      name: "0009-sources",
      title: "Say where operations were read",
      description: "All of them in one document, which is kept in upstream/.",
      actions: [
        { target: everyOperation(document), update: { "x-source": [address] } },
        ...made.completeness(),
      ],
    },
    {
      name: "0010-retry-safety",
      title: "Send no write twice",
      description:
        "Whether a write may be repeated, whatever others did in between, cannot be read off a method; where it is in doubt, " +
        "it is false (RULES.md of @cloud-clients/spec-tools). Set the ones to true that are known to be safe.",
      actions: made.retrySafety(),
    },
    {
      name: "0011-repeated-servers",
      title: "Drop servers that operations repeat",
      description: "They are those of the document, which the source names once.",
      actions: made.repeatedServers(),
    },
  ];
  return overlays.filter(({ actions }) => actions.length > 0);
}

function everyOperation(document: JsonObject): string {
  const used = new Set(operationsOf(document.paths).map(({ method }) => method));
  return `$.paths[*][${[...used].map((method) => `'${method}'`).join(",")}]`;
}

const writing = ["put", "post", "delete", "patch"];
const reserved = ["authorization", "content-type", "accept"];

class Corrections {
  readonly #document: JsonObject;
  readonly #operations: readonly FoundOperation[];
  readonly #deref: Deref;
  readonly #newIds: ReadonlyMap<FoundOperation, string>;

  constructor(document: JsonObject, taken: readonly string[]) {
    this.#document = document;
    this.#operations = operationsOf(document.paths);
    this.#deref = derefIn(document);
    this.#newIds = this.#nameOperations(taken);
  }

  ids(): NewAction[] {
    return [...this.#newIds].map(([found, operationId]) =>
      this.#update(operationKeys(found), { operationId }),
    );
  }

  #nameOperations(others: readonly string[]): Map<FoundOperation, string> {
    const taken = new Set(others);
    const named = new Map<FoundOperation, string>();
    const open: FoundOperation[] = [];
    for (const found of this.#operations) {
      const { operationId } = found.operation;
      const isFine =
        typeof operationId === "string" &&
        operationId === camelCase(operationId) &&
        !isTaken(operationId) &&
        !others.includes(operationId) &&
        operationIdProblem(operationId) === undefined;
      if (isFine) taken.add(operationId);
      else open.push(found);
    }
    for (const found of open) {
      const given = found.operation.operationId;
      const isList = signOfList(found, this.#deref) !== undefined;
      const operationId = operationIdFor({ ...found, given }, isList, taken);
      taken.add(operationId);
      named.set(found, operationId);
    }
    return named;
  }

  tags(): NewAction[] {
    return this.#operations.flatMap((found) => {
      const tags = strings(found.operation.tags);
      if (tags.length === 1 && tags[0]?.trim()) return [];
      const target = jsonPath([...operationKeys(found), "tags"], this.#document);
      const drop: NewAction[] =
        found.operation.tags === undefined ? [] : [{ target, remove: true }];
      return [...drop, this.#update(operationKeys(found), { tags: [tagOf(found)] })];
    });
  }

  words(): NewAction[] {
    const ofOperations = this.#operations.flatMap((found) => {
      const { summary, description, operationId } = found.operation;
      const id = this.#newIds.get(found) ?? String(operationId);
      const update = {
        ...(isSaid(summary) ? {} : { summary: sentenceCase(id) }),
        ...(isSaid(description) ? {} : { description: "The document says no more." }),
      };
      return Object.keys(update).length === 0 ? [] : [this.#update(operationKeys(found), update)];
    });
    const ofParameters = this.#parameters()
      .filter(({ node }) => !isSaid(node.description))
      .map(({ keys }) => this.#update(keys, { description: "Not described." }));
    return [...ofOperations, ...ofParameters];
  }

  errors(): NewAction[] {
    return this.#operations.flatMap((found) => {
      const { responses } = found.operation;
      if (!isObject(responses)) return [];
      if (Object.keys(responses).some((status) => /^4(?:\d\d|xx)$/i.test(status))) return [];
      const unknown = { description: "An error; the document does not describe it." };
      const update = { "4XX": responses.default ?? unknown };
      return [this.#update([...operationKeys(found), "responses"], update)];
    });
  }

  nullables(): NewAction[] {
    return this.#schemas(["requestBody", "responses", "parameters"]).flatMap(({ node, keys }) => {
      if (node.nullable !== true || node.type !== undefined) return [];
      const [type] = typesOf(node, this.#deref);
      if (type !== undefined) return [this.#update(keys, { type })];
      const target = jsonPath([...keys, "nullable"], this.#document);
      return [{ target, remove: true as const }];
    });
  }

  reservedHeaders(): NewAction[] {
    return this.#parameters()
      .filter(
        ({ node }) => node.in === "header" && reserved.includes(String(node.name).toLowerCase()),
      )
      .map(({ keys }) => ({ target: jsonPath(keys, this.#document), remove: true }));
  }

  /** Operations that are served elsewhere are left out before. */
  repeatedServers(): NewAction[] {
    return this.#operations.flatMap((found) => {
      if (found.operation.servers === undefined) return [];
      const keys = [...operationKeys(found), "servers"];
      return [{ target: jsonPath(keys, this.#document), remove: true }];
    });
  }

  examples(): NewAction[] {
    const seen = new Set<unknown>();
    return this.#operations.flatMap((found) => {
      const responses = this.#at([...operationKeys(found), "responses"]);
      return Object.keys(responses.node).flatMap((status) => {
        if (!/^2\d\d$/.test(status)) return [];
        const { node, keys } = this.#at([...responses.keys, status]);
        return Object.entries(isObject(node.content) ? node.content : {}).flatMap(
          ([mediaType, content]) => {
            if (!isObject(content) || hasExample(content) || seen.has(content)) return [];
            seen.add(content);
            const example = exampleOf(content.schema ?? {}, this.#deref);
            return [this.#update([...keys, "content", mediaType], { example })];
          },
        );
      });
    });
  }

  openEnums(): NewAction[] {
    return this.#schemas(["responses"])
      .filter(({ node }) => listOf(node.enum).some((value) => typeof value === "string"))
      .filter(({ node }) => typeof node["x-enum-open"] !== "boolean")
      .map(({ keys }) => this.#update(keys, { "x-enum-open": true }));
  }

  /** Whether a response's body is described at all. */
  completeness(): NewAction[] {
    return this.#operations.map((found) => {
      const response = successResponse(found.operation, this.#deref);
      const content = Object.values(isObject(response?.content) ? response.content : {});
      const isWhole = content.every((one) => getAt(one, ["schema"]) !== undefined);
      return this.#update(operationKeys(found), {
        "x-completeness": response !== undefined && isWhole ? "complete" : "partial",
      });
    });
  }

  retrySafety(): NewAction[] {
    return this.#operations
      .filter(({ method }) => writing.includes(method))
      .map((found) => this.#update(operationKeys(found), { "x-idempotent": false }));
  }

  #update(keys: Keys, update: JsonObject): NewAction {
    return { target: jsonPath(keys, this.#document), update };
  }

  /** What stands at these keys, and where it is written: references are followed. */
  #at(keys: Keys): Part {
    let at = keys;
    for (let hop = 0; hop < 20; hop++) {
      const node = getAt(this.#document, at);
      if (!isObject(node)) break;
      if (typeof node.$ref !== "string") return { node, keys: at };
      at = fromPointer(node.$ref);
    }
    return { node: {}, keys: at };
  }

  /** Every parameter, once, where it is written. */
  #parameters(): Part[] {
    const lists = this.#operations.flatMap((found): Keys[] => [
      ["paths", found.path, "parameters"],
      [...operationKeys(found), "parameters"],
    ]);
    const found = new Map<unknown, Part>();
    for (const keys of lists) {
      for (const index of listOf(getAt(this.#document, keys)).keys()) {
        const part = this.#at([...keys, index]);
        if (part.node.name !== undefined) found.set(part.node, part);
      }
    }
    return [...found.values()];
  }

  /** Every schema below these members of operations, once, where it is written. */
  #schemas(members: readonly string[]): Part[] {
    const found = new Map<unknown, Part>();
    const visit = (keys: Keys): void => {
      const part = this.#at(keys);
      const { node } = part;
      if (found.has(node) || Object.keys(node).length === 0) return;
      found.set(node, part);
      for (const key of ["items", "additionalProperties", "not"]) {
        if (isObject(node[key])) visit([...part.keys, key]);
      }
      for (const key of ["allOf", "anyOf", "oneOf"]) {
        for (const index of listOf(node[key]).keys()) visit([...part.keys, key, index]);
      }
      for (const name of Object.keys(isObject(node.properties) ? node.properties : {})) {
        visit([...part.keys, "properties", name]);
      }
    };
    for (const operation of this.#operations) {
      for (const keys of this.#schemaRoots(operationKeys(operation), members)) visit(keys);
    }
    return [...found.values()];
  }

  #schemaRoots(operation: Keys, members: readonly string[]): Keys[] {
    const roots: Keys[] = [];
    const holders: Keys[] = [];
    if (members.includes("requestBody")) holders.push([...operation, "requestBody"]);
    if (members.includes("responses")) {
      const responses = this.#at([...operation, "responses"]);
      for (const status of Object.keys(responses.node)) holders.push([...responses.keys, status]);
    }
    for (const holder of holders) {
      const { node, keys } = this.#at(holder);
      for (const part of ["content", "headers"]) {
        for (const name of Object.keys(isObject(node[part]) ? node[part] : {})) {
          const inner = this.#at([...keys, part, name]);
          if (inner.node.schema !== undefined) roots.push([...inner.keys, "schema"]);
        }
      }
    }
    if (members.includes("parameters")) {
      roots.push(...this.#parameters().map(({ keys }) => [...keys, "schema"]));
    }
    return roots;
  }
}

function operationKeys({ path, method }: FoundOperation): Keys {
  return ["paths", path, method];
}

function isSaid(text: unknown): boolean {
  return typeof text === "string" && text.trim() !== "";
}
