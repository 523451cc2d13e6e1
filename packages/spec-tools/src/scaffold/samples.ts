import {
  type Deref,
  derefIn,
  type FoundOperation,
  getAt,
  isObject,
  type JsonObject,
  jsonContent,
  listOf,
  operationsOf,
  type Place,
  parametersOf,
  requiredOf,
} from "@cloud-clients/openapi-model";
import type { Api } from "../base/repository.js";
import { clientName } from "../emit/client.js";
import { literal, stringLiteral } from "../emit/literal.js";
import type { InputArgument } from "../emit/operation-types.js";
import {
  type CallSignature,
  type EditSignature,
  editNames,
  type ListSignature,
  signaturesOf,
  walkedPlaces,
} from "../emit/signatures.js";
import { importLine } from "../emit/source-text.js";
import { exampleOf } from "./example.js";

/** How an operation is called from TypeScript. */
export interface OperationCode {
  found: FoundOperation;
  /** The functions that make the call; none where its body or response is not JSON. */
  functions: string[];
  samples: Sample[];
}

/** A program that makes a call. It imports `client` from `./client.js`. */
export interface Sample {
  /** What tells it from the others of its operation: the function that it calls, or `client.GET`. */
  label: string;
  source: string;
}

/** The type of an API's clients; the function that creates one has this name behind `create`. */
export function clientTypeOf(api: Api, document: JsonObject): string {
  return `${clientName(api, document)}Client`;
}

/**
 * How each operation of an API is called, in the order of its document. Arguments are the document's examples, or
 * the simplest values that fit; what may be left out is, but for bodies.
 */
export function operationCodeOf(api: Api, document: JsonObject): OperationCode[] {
  const writer = new SampleWriter(api, document);
  const { lists, edits, together, calls } = signaturesOf(api, document);
  return operationsOf(document.paths).map((found) => {
    const isOfIt = (one: { found: FoundOperation }): boolean =>
      one.found.operation === found.operation;
    const [list, call] = [lists.find(isOfIt), calls.find(isOfIt)];
    const edit = edits.filter(isOfIt);
    return {
      found,
      functions: [
        ...(list === undefined ? [] : [list.operationId]),
        ...(call === undefined ? [] : [call.operationId]),
        ...edit.flatMap((one) => Object.values(editNames(one))),
        ...together.filter(isOfIt).map(({ name }) => name),
      ],
      samples: [
        ...(list === undefined ? [] : [writer.list(list)]),
        ...(call === undefined ? [] : [writer.call(call)]),
        ...edit.map((one) => writer.edit(one)),
        ...(writer.speaks(found) ? [writer.path(found)] : []),
      ],
    };
  });
}

/** Samples stand beside other text. */
const columns = 60;

function sampleLiteral(value: unknown): string {
  return literal(value, "", 0, columns);
}

class SampleWriter {
  readonly #package: string;
  readonly #deref: Deref;

  constructor(api: Api, document: JsonObject) {
    this.#package = api.packageName;
    this.#deref = derefIn(document);
  }

  list({ operationId, found, filters, query, headers, rule }: ListSignature): Sample {
    const args = this.#arguments(found, [
      [filters, filters?.required ? this.#filters(found, walkedPlaces(rule)) : undefined],
      [query, this.#required(found, "query")],
      [headers, this.#required(found, "header")],
    ]);
    return this.#program(
      operationId,
      [operationId],
      `for await (const item of ${operationId}(${args})) {\n  console.log(item);\n}`,
    );
  }

  call({ operationId, found, body, query, headers, result }: CallSignature): Sample {
    const sent = this.#required(found, "header");
    const args = this.#arguments(found, [
      [body, this.#body(found)],
      [query, this.#required(found, "query")],
      [headers, sent && { headers: sent }],
    ]);
    const made = `await ${operationId}(${args});`;
    return this.#program(operationId, [operationId], result === "void" ? made : shown(made));
  }

  edit(edit: EditSignature): Sample {
    const { found, id, list } = edit;
    const names = editNames(edit);
    const name = names.add ?? names.replace ?? "";
    const [entry = exampleOf(list.item, this.#deref, "request")] = listOf(
      getAt(this.#body(found), list.to),
    );
    const path = this.#parameters(found, "path");
    const resource = id.name === "id" ? Object.values(path)[0] : path;
    const args = ["client", sampleLiteral(resource), sampleLiteral([entry])].join(", ");
    return this.#program(
      name,
      [name],
      `const { observed } = await ${name}(${args});\nconsole.log(observed);`,
    );
  }

  /** Whether the typed client can make the call: without a body, or with one that is JSON. */
  speaks({ operation }: FoundOperation): boolean {
    const { requestBody } = operation;
    return requestBody === undefined || jsonContent(requestBody, this.#deref) !== undefined;
  }

  path(found: FoundOperation): Sample {
    const method = found.method.toUpperCase();
    const params = Object.fromEntries(
      (["path", "query", "header"] as const).flatMap((place) => {
        const values = this.#required(found, place);
        return values === undefined ? [] : [[place, values]];
      }),
    );
    const body = this.#body(found);
    const init = {
      ...(Object.keys(params).length > 0 ? { params } : {}),
      ...(body === undefined ? {} : { body }),
    };
    const args = [stringLiteral(found.path)];
    if (Object.keys(init).length > 0) args.push(sampleLiteral(init));
    const made = `await unwrap(client.${method}(${args.join(", ")}));`;
    return this.#program(`client.${method}`, ["unwrap"], shown(made));
  }

  #program(label: string, names: string[], text: string): Sample {
    const imports = `${importLine(names, this.#package)}import { client } from "./client.js";\n`;
    return { label, source: `${imports}\n${text}\n` };
  }

  /**
   * `client`, the parameters of the path, and then the arguments that a function has beside them, each with its value;
   * those at the end that have none are left out.
   */
  #arguments(
    found: FoundOperation,
    inputs: readonly (readonly [argument: InputArgument | undefined, value: unknown])[],
  ): string {
    const path = Object.values(this.#parameters(found, "path"));
    const values = inputs.flatMap(([argument, value]) => (argument === undefined ? [] : [value]));
    const last = values.findLastIndex((value) => value !== undefined);
    const texts = [...path, ...values.slice(0, last + 1)].map((value) =>
      value === undefined ? "undefined" : sampleLiteral(value),
    );
    return ["client", ...texts].join(", ");
  }

  /** The parameters that must be given; undefined where there are none. */
  #required(found: FoundOperation, place: "path" | "query" | "header"): JsonObject | undefined {
    const values = this.#parameters(found, place);
    return Object.keys(values).length > 0 ? values : undefined;
  }

  #parameters({ operation, pathItem }: FoundOperation, place: string): JsonObject {
    const needed = parametersOf(operation, pathItem, this.#deref).filter(
      (one) => one.in === place && one.required === true && one["x-client-parameter"] !== true,
    );
    return Object.fromEntries(needed.map((one) => [String(one.name), this.#exampleIn(one)]));
  }

  /** What a list's body must say beside what belongs to the walk. */
  #filters(found: FoundOperation, walked: readonly Place[]): JsonObject {
    const content = jsonContent(found.operation.requestBody, this.#deref);
    const ours = walked.flatMap((place) => (place.in === "body" ? place.keys.slice(0, 1) : []));
    const needed = requiredOf(content?.schema, this.#deref).filter((name) => !ours.includes(name));
    return Object.fromEntries(needed.map((name) => [name, getAt(this.#body(found), [name])]));
  }

  #body({ operation }: FoundOperation): unknown {
    const content = jsonContent(operation.requestBody, this.#deref);
    if (content === undefined) return undefined;
    const owner = this.#deref(operation.requestBody);
    return this.#exampleIn(getAt(owner, ["content", content.mediaType]));
  }

  /** The example of a parameter or of a content, else one of its schema. */
  #exampleIn(owner: unknown): unknown {
    const { example, examples, schema } = Object(owner);
    if (example !== undefined) return example;
    const [first] = Object.values(isObject(examples) ? examples : {}).map(this.#deref);
    return getAt(first, ["value"]) ?? exampleOf(schema, this.#deref, "request");
  }
}

function shown(made: string): string {
  return `const result = ${made}\nconsole.log(result);`;
}
