import { EVENT_ID, type Event, getScalarValue, parseEvents, SCALAR_STYLE } from "js-yaml";

type Keys = readonly (string | number)[];

/** A value, and where it begins. */
interface Node {
  start: number;
  /** Where its key begins, in a mapping. */
  keyStart: number;
  /** Its place among the events. */
  index: number;
}

/** Where things stand in a YAML or JSON text. */
export class Places {
  readonly #text: string;
  #events: readonly Event[] | undefined;
  /** What was looked into, by key or index: most of a text is never asked for. */
  readonly #children = new Map<Node, ReadonlyMap<string, Node>>();
  #root: Node | undefined;
  #lineStarts: readonly number[] | undefined;

  /** @param events what the text was parsed into, if it was parsed already. */
  constructor(text: string, events?: readonly Event[]) {
    this.#text = text;
    this.#events = events;
  }

  /**
   * Line and column, from 1, of what stands at `keys`; of the nearest thing above it where the way ends.
   *
   * @param about `key` for where its key stands.
   */
  at(keys: Keys, about?: "key"): { line: number; col: number } {
    let node = this.#top();
    let offset = node.start;
    for (const [depth, key] of keys.entries()) {
      const next = this.#below(node).get(String(key));
      if (next === undefined) break;
      offset = about === "key" && depth === keys.length - 1 ? next.keyStart : next.start;
      node = next;
    }
    return this.#lineAndColumn(offset);
  }

  /** How the plain scalar at `keys` is written; nothing where there is none. */
  written(keys: Keys): string | undefined {
    let node: Node | undefined = this.#top();
    for (const key of keys) node = node && this.#below(node).get(String(key));
    return node && this.#plainText(node);
  }

  /** The scalars that are written plainly, as numbers are: where each stands and how it is written. */
  *plainScalars(): Generator<{ keys: Keys; written: string }> {
    yield* this.#plainScalarsBelow(this.#top(), []);
  }

  *#plainScalarsBelow(node: Node, keys: Keys): Generator<{ keys: Keys; written: string }> {
    const written = this.#plainText(node);
    if (written !== undefined) yield { keys, written };
    for (const [key, child] of this.#below(node)) {
      yield* this.#plainScalarsBelow(child, [...keys, key]);
    }
  }

  #plainText({ index }: Node): string | undefined {
    const event = this.#event(index);
    return event?.type === EVENT_ID.SCALAR && event.style === SCALAR_STYLE.PLAIN
      ? this.#text.slice(event.valueStart, event.valueEnd)
      : undefined;
  }

  /** The value of the text's first document. */
  #top(): Node {
    const index = this.#event(0)?.type === EVENT_ID.DOCUMENT ? 1 : 0;
    const start = startOf(this.#event(index)) ?? 0;
    this.#root ??= { start, keyStart: start, index };
    return this.#root;
  }

  #event(index: number): Event | undefined {
    this.#events ??= parseEvents(this.#text, {});
    return this.#events[index];
  }

  #below(node: Node): ReadonlyMap<string, Node> {
    const known = this.#children.get(node);
    if (known !== undefined) return known;
    const found = new Map<string, Node>();
    this.#children.set(node, found);
    const type = this.#event(node.index)?.type;
    if (type !== EVENT_ID.SEQUENCE && type !== EVENT_ID.MAPPING) return found;
    let index = node.index + 1;
    for (let start = this.#start(index); start !== undefined; start = this.#start(index)) {
      const keyStart = start;
      let name: string | undefined = String(found.size);
      if (type === EVENT_ID.MAPPING) {
        const key = this.#event(index);
        name = key?.type === EVENT_ID.SCALAR ? getScalarValue(this.#text, key) : undefined;
        index = this.#after(index);
      }
      const value = { start: this.#start(index) ?? start, keyStart, index };
      if (name !== undefined) found.set(name, value);
      index = this.#after(index);
    }
    return found;
  }

  /** Where the value of an event begins; nothing where a collection ends. */
  #start(index: number): number | undefined {
    return startOf(this.#event(index));
  }

  /** The event behind a value's last one. */
  #after(index: number): number {
    let open = 0;
    for (let next = index; ; next++) {
      const type = this.#event(next)?.type;
      if (type === EVENT_ID.SEQUENCE || type === EVENT_ID.MAPPING) open += 1;
      else if (type === EVENT_ID.POP) open -= 1;
      if (open <= 0 || type === undefined) return next + 1;
    }
  }

  #lineAndColumn(offset: number): { line: number; col: number } {
    this.#lineStarts ??= lineStartsOf(this.#text);
    let low = 0;
    let high = this.#lineStarts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#lineStarts[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return { line: low, col: offset - (this.#lineStarts[low - 1] ?? 0) + 1 };
  }
}

/** Where a value begins: a quoted text with its quote. Nothing where an event is none of a value. */
function startOf(event: Event | undefined): number | undefined {
  switch (event?.type) {
    case EVENT_ID.SCALAR: {
      const { style, valueStart } = event;
      const quoted = style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED;
      return quoted ? valueStart - 1 : valueStart;
    }
    case EVENT_ID.ALIAS:
      return event.anchorStart - 1;
    case EVENT_ID.SEQUENCE:
    case EVENT_ID.MAPPING:
      return event.start;
    default:
      return undefined;
  }
}

function lineStartsOf(text: string): number[] {
  const starts = [0];
  for (let end = text.indexOf("\n"); end !== -1; end = text.indexOf("\n", end + 1)) {
    starts.push(end + 1);
  }
  return starts;
}
