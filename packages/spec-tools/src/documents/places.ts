import {
  EVENT_ID,
  type Event,
  getScalarValue,
  parseEvents,
  SCALAR_STYLE,
  type ScalarEvent,
} from "js-yaml";

type Keys = readonly (string | number)[];

/** A value, and where it begins; `children` by key or index where it has some. */
interface Node {
  start: number;
  /** Where its key begins, in a mapping. */
  keyStart: number;
  scalar?: ScalarEvent;
  children?: Map<string, Node>;
}

/** Where things stand in a YAML or JSON text. */
export class Places {
  readonly #text: string;
  readonly #events: readonly Event[] | undefined;
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
    let node = this.#tree();
    let offset = node.start;
    for (const [depth, key] of keys.entries()) {
      const next = node.children?.get(String(key));
      if (next === undefined) break;
      offset = about === "key" && depth === keys.length - 1 ? next.keyStart : next.start;
      node = next;
    }
    return this.#lineAndColumn(offset);
  }

  /** How the plain scalar at `keys` is written; nothing where there is none. */
  written(keys: Keys): string | undefined {
    let node: Node | undefined = this.#tree();
    for (const key of keys) node = node?.children?.get(String(key));
    return node?.scalar?.style === SCALAR_STYLE.PLAIN ? this.#textOf(node.scalar) : undefined;
  }

  #textOf({ valueStart, valueEnd }: ScalarEvent): string {
    return this.#text.slice(valueStart, valueEnd);
  }

  /** The scalars that are written plainly, as numbers are: where each stands and how it is written. */
  *plainScalars(): Generator<{ keys: Keys; written: string }> {
    yield* plainScalarsBelow(this.#tree(), [], this.#text);
  }

  #tree(): Node {
    this.#root ??= new TreeBuilder(this.#text, this.#events ?? parseEvents(this.#text, {})).build();
    return this.#root;
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

function* plainScalarsBelow(
  node: Node,
  keys: Keys,
  text: string,
): Generator<{ keys: Keys; written: string }> {
  const { scalar, children } = node;
  if (scalar?.style === SCALAR_STYLE.PLAIN) {
    yield { keys, written: text.slice(scalar.valueStart, scalar.valueEnd) };
  }
  for (const [key, child] of children ?? []) yield* plainScalarsBelow(child, [...keys, key], text);
}

/** Builds the tree of a text's first document from the parser's events. */
class TreeBuilder {
  readonly #text: string;
  readonly #events: readonly Event[];
  #next = 0;

  constructor(text: string, events: readonly Event[]) {
    this.#text = text;
    this.#events = events;
  }

  build(): Node {
    this.#next = this.#events[0]?.type === EVENT_ID.DOCUMENT ? 1 : 0;
    return this.#node(-1) ?? { start: 0, keyStart: 0 };
  }

  /** The next value; nothing where a collection ends. */
  #node(keyStart: number): Node | undefined {
    const event = this.#events[this.#next];
    this.#next += 1;
    switch (event?.type) {
      case EVENT_ID.SCALAR: {
        const start = startOf(event);
        return { start, keyStart: keyStart < 0 ? start : keyStart, scalar: event };
      }
      case EVENT_ID.ALIAS: {
        const start = event.anchorStart - 1;
        return { start, keyStart: keyStart < 0 ? start : keyStart };
      }
      case EVENT_ID.SEQUENCE:
      case EVENT_ID.MAPPING: {
        const { start } = event;
        const children = event.type === EVENT_ID.SEQUENCE ? this.#items() : this.#entries();
        return { start, keyStart: keyStart < 0 ? start : keyStart, children };
      }
      default:
        return undefined;
    }
  }

  #items(): Map<string, Node> {
    const items = new Map<string, Node>();
    for (let item = this.#node(-1); item !== undefined; item = this.#node(-1)) {
      items.set(String(items.size), item);
    }
    return items;
  }

  #entries(): Map<string, Node> {
    const entries = new Map<string, Node>();
    for (let key = this.#node(-1); key !== undefined; key = this.#node(-1)) {
      const value = this.#node(key.start);
      if (value === undefined) break;
      if (key.scalar !== undefined) entries.set(getScalarValue(this.#text, key.scalar), value);
    }
    return entries;
  }
}

/** A quoted text begins with its quote. */
function startOf({ style, valueStart }: ScalarEvent): number {
  const quoted = style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED;
  return quoted ? valueStart - 1 : valueStart;
}

function lineStartsOf(text: string): number[] {
  const starts = [0];
  for (let end = text.indexOf("\n"); end !== -1; end = text.indexOf("\n", end + 1)) {
    starts.push(end + 1);
  }
  return starts;
}
