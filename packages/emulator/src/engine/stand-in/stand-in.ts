import { itemsOf } from "@cloud-clients/openapi-model";
import { asksForList, listPage } from "../paged-list.js";
import type { Call } from "../service.js";
import { declaredResponse, type ListWrite, type Operation } from "../spec/operations.js";
import type { Specification } from "../spec/specification.js";
import { likelyIdentity, type ValueMaker } from "../spec/value-maker.js";
import { StandInState, type Stock } from "../stand-in-state.js";
import { SuccessResponse } from "../success-response.js";
import { ReplacedResource } from "./replaced-resource.js";

/** How a stand-in is made up. */
export interface StandInOptions {
  /** The source of all made-up data. */
  readonly seed: number;
  /** How many items each list has. */
  readonly items: number;
}

/**
 * Responds for operations that nobody wrote a handler for, by what the document says: lists page, lists
 * that a PUT replaces keep what was written, everything else has its example.
 */
export class StandIn {
  readonly #specification: Specification;
  readonly #items: number;
  readonly #maker: ValueMaker;
  /** By the GET that shows it. */
  readonly #resources = new Map<string, ReplacedResource>();
  readonly #examples = new Map<string, unknown>();

  constructor(specification: Specification, { seed, items }: StandInOptions) {
    this.#specification = specification;
    this.#items = items;
    this.#maker = specification.createMaker(seed);
    for (const read of specification.operations) {
      const writes = specification.operations.flatMap(({ writes }) => writes ?? []);
      const own = writes.filter((write) => write.read.id === read.id);
      if (own.length === 0) continue;
      const parts = { read, writes: own, specification, maker: this.#maker };
      this.#resources.set(read.id, new ReplacedResource(parts));
    }
  }

  /** What is there before anybody has written. */
  createState(): StandInState {
    const stock: Stock = {
      makeList: (operationId) => this.#makeList(operationId),
      makeResource: (operationId, path) => {
        const resource = this.#resources.get(operationId);
        if (resource) return resource.make(path);
        throw new TypeError(`no x-write-semantics reads by ${operationId}`);
      },
    };
    return new StandInState(stock);
  }

  /** @throws ProblemError for what does not fit the rules of the document */
  respond(call: Call<StandInState>): SuccessResponse {
    const { operation, state } = call;
    if (operation.pagination && asksForList(call)) {
      const around = this.#example(operation);
      return listPage(call, state.list(operation.id), { defaultLimit: 20 }, around);
    }
    const shown = this.#resources.get(operation.id);
    if (shown) return shown.read(call);
    const { writes } = operation;
    return writes ? this.#write(call, writes) : new SuccessResponse(this.#example(operation));
  }

  #write(call: Call<StandInState>, write: ListWrite): SuccessResponse {
    const resource = this.#resources.get(write.read.id);
    if (resource === undefined) throw new Error(`nothing shows what ${call.operation.id} replaces`);
    return resource.replace(call, write, this.#example(call.operation));
  }

  /** The body that an operation succeeds with: its example where it fits, else a made one. */
  #example(operation: Operation): unknown {
    const { id, successStatus } = operation;
    if (this.#examples.has(id)) return this.#examples.get(id);
    const declared = declaredResponse(operation, successStatus);
    const made = declared && this.#maker.body(declared, id);
    this.#examples.set(id, made);
    return made;
  }

  #makeList(operationId: string): unknown[] {
    const { operations, deref } = this.#specification;
    const pagination = operations.find(({ id }) => id === operationId)?.pagination;
    if (pagination === undefined) throw new TypeError(`${operationId} has no x-pagination`);
    const schema = itemsOf(pagination.items.schema, deref);
    const identity = likelyIdentity(schema, deref);
    return this.#maker.makeSeveral(this.#items, { schema, key: operationId, identity });
  }
}
