import { canonical } from "./value-at.js";

/** What there is before anybody writes; the same each time that it is asked for. */
export interface Stock {
  /** Items of the list that an operation shows. @throws TypeError when it shows none */
  makeList(operationId: string): unknown[];
  /** What a GET shows that a PUT replaces lists of. @throws TypeError when there is no such PUT */
  makeResource(
    operationId: string,
    path: Readonly<Record<string, unknown>>,
  ): Record<string, unknown>;
}

/**
 * What operations without a handler show and keep: the items of lists, and resources whose lists a PUT
 * replaces. Everything is made up when it is first asked for.
 */
export class StandInState {
  readonly #stock: Stock;
  readonly #lists = new Map<string, unknown[]>();
  readonly #resources = new Map<string, Record<string, unknown>>();

  constructor(stock: Stock) {
    this.#stock = stock;
  }

  /**
   * The items of a list, in its order; may be changed.
   *
   * @param operationId of the operation that shows the list
   * @throws TypeError when that operation has no `x-pagination`
   */
  list(operationId: string): unknown[] {
    const items = this.#lists.get(operationId) ?? this.#stock.makeList(operationId);
    this.#lists.set(operationId, items);
    return items;
  }

  /**
   * What a GET shows; may be changed.
   *
   * @param operationId of the GET, which an `x-write-semantics` names in `read`
   * @param path the values of its path parameters, as in `{ firewall_id: "fw-1" }`
   * @throws TypeError when no `x-write-semantics` names that operation
   */
  resource(operationId: string, path: Readonly<Record<string, unknown>>): Record<string, unknown> {
    const resource = this.show(operationId, path);
    this.keep(operationId, path, resource);
    return resource;
  }

  /** What a GET shows. Looking keeps nothing, however many ids are asked for. */
  show(operationId: string, path: Readonly<Record<string, unknown>>): Record<string, unknown> {
    return (
      this.#resources.get(keyOf(operationId, path)) ?? this.#stock.makeResource(operationId, path)
    );
  }

  /** Keeps what a GET shows from now on. */
  keep(
    operationId: string,
    path: Readonly<Record<string, unknown>>,
    resource: Record<string, unknown>,
  ): void {
    this.#resources.set(keyOf(operationId, path), resource);
  }

  clone(): StandInState {
    const copy = new StandInState(this.#stock);
    for (const [id, items] of this.#lists) copy.#lists.set(id, structuredClone(items));
    for (const [key, each] of this.#resources) copy.#resources.set(key, structuredClone(each));
    return copy;
  }

  /** Nothing here changes by itself. */
  settle(): void {}

  get standIn(): StandInState {
    return this;
  }
}

function keyOf(operationId: string, path: Readonly<Record<string, unknown>>): string {
  return `${operationId} ${canonical(path)}`;
}
