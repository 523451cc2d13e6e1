import { CHOMPING_MODE, EVENT_ID, type Event, getScalarValue, SCALAR_STYLE } from "js-yaml";

type Keys = readonly (string | number)[];

/** A value, and where it begins. */
interface Node {
  start: number;
  /** Where its key begins, in a mapping. */
  keyStart: number;
  /** Its place among the events. */
  index: number;
}

/**
 * Where things stand in a YAML or JSON text. Of what the parser says it keeps numbers: the parser's own objects would
 * take more memory than the document.
 */
export class Places {
  readonly #text: string;
  /** Of each event: its type, where the value begins, and of a scalar where it ends and how it is written. */
  readonly #types: Uint8Array;
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;
  readonly #styles: Uint8Array;
  readonly #chompings: Uint8Array;
  readonly #indents: Int32Array;
  /** What was looked into, by key or index: most of a text is never asked for. */
  readonly #children = new Map<Node, ReadonlyMap<string, Node>>();
  #root: Node | undefined;
  #lineStarts: readonly number[] | undefined;

  /** @param events what the text was parsed into. */
  constructor(text: string, events: readonly Event[]) {
    this.#text = text;
    const { length } = events;
    this.#types = new Uint8Array(length);
    this.#starts = new Int32Array(length);
    this.#ends = new Int32Array(length);
    this.#styles = new Uint8Array(length);
    this.#chompings = new Uint8Array(length);
    this.#indents = new Int32Array(length);
    for (const [index, event] of events.entries()) {
      this.#types[index] = event.type;
      this.#starts[index] = startOf(event);
      if (event.type !== EVENT_ID.SCALAR) continue;
      this.#ends[index] = event.valueEnd;
      this.#styles[index] = event.style;
      this.#chompings[index] = event.chomping;
      this.#indents[index] = event.indent;
    }
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
    const isPlain =
      this.#types[index] === EVENT_ID.SCALAR && this.#styles[index] === SCALAR_STYLE.PLAIN;
    return isPlain ? this.#text.slice(this.#starts[index], this.#ends[index]) : undefined;
  }

  /** The value of the text's first document. */
  #top(): Node {
    const index = this.#types[0] === EVENT_ID.DOCUMENT ? 1 : 0;
    const start = Math.max(0, this.#starts[index] ?? 0);
    this.#root ??= { start, keyStart: start, index };
    return this.#root;
  }

  #below(node: Node): ReadonlyMap<string, Node> {
    const known = this.#children.get(node);
    if (known !== undefined) return known;
    const found = new Map<string, Node>();
    this.#children.set(node, found);
    const type = this.#types[node.index];
    if (type !== EVENT_ID.SEQUENCE && type !== EVENT_ID.MAPPING) return found;
    for (let index = node.index + 1; this.#isValue(index); index = this.#after(index)) {
      const keyStart = this.#starts[index] ?? none;
      let name: string | undefined = String(found.size);
      if (type === EVENT_ID.MAPPING) {
        name = this.#name(index);
        index = this.#after(index);
      }
      const start = this.#starts[index] ?? none;
      // What is left empty stands nowhere.
      const value = { start: start === none ? keyStart : start, keyStart, index };
      if (name !== undefined) found.set(name, value);
    }
    return found;
  }

  /** Whether an event is a value, and not the end of a collection. */
  #isValue(index: number): boolean {
    return index < this.#types.length && this.#types[index] !== EVENT_ID.POP;
  }

  /** The text of a key; nothing where it is a collection or an alias. */
  #name(index: number): string | undefined {
    const style = memberOf(SCALAR_STYLE, this.#styles[index]);
    const chomping = memberOf(CHOMPING_MODE, this.#chompings[index]);
    if (style === undefined || chomping === undefined) return undefined;
    const start = this.#starts[index] ?? none;
    return getScalarValue(this.#text, {
      type: EVENT_ID.SCALAR,
      valueStart: isQuoted(style) ? start + 1 : start,
      valueEnd: this.#ends[index] ?? none,
      anchorStart: none,
      anchorEnd: none,
      tagStart: none,
      tagEnd: none,
      style,
      chomping,
      indent: this.#indents[index] ?? none,
      fast: false,
    });
  }

  /** The event behind a value's last one. */
  #after(index: number): number {
    let open = 0;
    for (let next = index; ; next++) {
      const type = this.#types[next];
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

/** What the parser says instead of a place that is not there. */
const none = -1;

/** The member of a table that a number is; nothing for any other number. */
function memberOf<Value>(
  table: Readonly<Record<string, Value>>,
  value: unknown,
): Value | undefined {
  return Object.values(table).find((one) => one === value);
}

function isQuoted(style: number): boolean {
  return style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED;
}

/** Where a value begins: a quoted text with its quote. */
function startOf(event: Event): number {
  switch (event.type) {
    case EVENT_ID.SCALAR:
      return isQuoted(event.style) ? event.valueStart - 1 : event.valueStart;
    case EVENT_ID.ALIAS:
      return event.anchorStart - 1;
    case EVENT_ID.SEQUENCE:
    case EVENT_ID.MAPPING:
      return event.start;
    default:
      return none;
  }
}

function lineStartsOf(text: string): number[] {
  const starts = [0];
  for (let end = text.indexOf("\n"); end !== -1; end = text.indexOf("\n", end + 1)) {
    starts.push(end + 1);
  }
  return starts;
}
