import { posix } from "node:path";
import {
  fromPointer,
  getAt,
  isObject,
  type JsonObject,
  toPointer,
} from "@cloud-clients/openapi-model";
import { InputError } from "../base/input-error.js";
import { componentNameProblem } from "../documents/names.js";
import { type Kind, kindBelow, sectionOf } from "./positions.js";

/** A place in one of an API's files. */
export interface Origin {
  /** From the root. */
  file: string;
  keys: readonly (string | number)[];
}

/** Where the parts of a joined document were copied from: each stands for what is below it, too. */
export type Origins = Map<object, Origin>;

/** Something wrong, and where it stands. */
export interface JoinProblem {
  origin: Origin;
  message: string;
}

/** A document in one piece: every reference in it starts with `#/`. */
export interface Joined {
  document: JsonObject;
  origins: Origins;
  problems: JoinProblem[];
  /** The name of each component, by section and place. */
  names: ReadonlyMap<string, string>;
}

const maxValues = 3_000_000;
const maxDepth = 200;
const maxCompared = 100;

/**
 * Copies a document and everything that its references lead to, in other files, into one. What `components`
 * has a section for becomes a component; all else is written out where it is used.
 *
 * A component is called what it was called, or what its file is. Where two would have one name and say
 * different things, the later one is called after where it stands: by the component or file it is a part of,
 * else by its folder (`Error` of `volumes/errors.yaml` becomes `errors_Error`).
 *
 * @param files the parsed documents by their paths from the root.
 * @param root the path of the document to begin with.
 * @param before what it is a changed copy of, when it was joined before.
 */
export function joinDocuments(
  files: ReadonlyMap<string, unknown>,
  root: string,
  before?: Joined,
): Joined {
  const join = new Join(files, root, before);
  const document = join.run();
  return { document, origins: join.origins, problems: join.problems, names: join.names };
}

class Join {
  readonly origins: Origins = new Map();
  readonly problems: JoinProblem[] = [];
  readonly #files: ReadonlyMap<string, unknown>;
  readonly #root: string;
  readonly #before: Origins | undefined;
  readonly names: Map<string, string>;
  /** What each component is a copy of, by section and name. */
  readonly #taken = new Map<string, Map<string, Origin>>();
  #components: JsonObject = {};
  /** What references of a file came to, by section. */
  readonly #known = new Map<string, string>();
  /** Components whose turn comes when the stack is less deep. */
  readonly #later: (() => void)[] = [];
  #values = 0;
  #depth = 0;

  constructor(files: ReadonlyMap<string, unknown>, root: string, before: Joined | undefined) {
    this.#files = files;
    this.#root = root;
    this.#before = before?.origins;
    this.names = new Map(before?.names);
  }

  run(): JsonObject {
    const parsed = this.#files.get(this.#root);
    const own = isObject(parsed) && isObject(parsed.components) ? parsed.components : {};
    for (const [section, named] of Object.entries(own)) {
      const taken = new Map<string, Origin>();
      for (const name of Object.keys(isObject(named) ? named : {})) {
        const place = { file: this.#root, keys: ["components", section, name] };
        taken.set(name, place);
        const end = this.#end(place);
        if (end !== undefined && end.file !== this.#root) this.names.set(idOf(section, end), name);
      }
      this.#taken.set(section, taken);
      // What the document has itself comes first, so that its names stay.
      this.#components[section] = {};
    }
    const document = this.#copy(parsed, { file: this.#root, keys: [] }, "root");
    for (let work = this.#later.shift(); work !== undefined; work = this.#later.shift()) work();
    if (!isObject(document)) return {};
    const copied = isObject(document.components) ? document.components : {};
    for (const [section, named] of Object.entries(this.#components)) {
      copied[section] = { ...Object(copied[section]), ...Object(named) };
    }
    return Object.keys(copied).length === 0 ? document : { ...document, components: copied };
  }

  #copy(value: unknown, at: Origin, kind: Kind): unknown {
    this.#values += 1;
    if (this.#values > maxValues) {
      throw new InputError(
        `${this.#root}: comes to more than ${maxValues} values with its references written out`,
      );
    }
    if (Array.isArray(value)) {
      const items = kind === "schema" ? "schemas" : kind;
      return value.map((item, index) => this.#copyBelow(item, at, items, index));
    }
    if (!isObject(value)) return value;
    if (typeof value.$ref === "string") return this.#reference(value, value.$ref, at, kind);
    const copied: JsonObject = {};
    for (const [key, item] of Object.entries(value)) {
      copied[key] = this.#copyBelow(item, at, kind, key);
    }
    this.#mark(copied, value, at);
    if (kind === "pathItem") this.#carryParameters(copied, value, at);
    return copied;
  }

  #copyBelow(value: unknown, at: Origin, kind: Kind, key: string | number): unknown {
    if (kind === "mapping" && typeof value === "string") return this.#mapping(value, at, key);
    if (typeof value !== "object" || value === null) {
      this.#values += 1;
      return value;
    }
    const below = { file: at.file, keys: [...at.keys, key] };
    return this.#copy(value, below, kindBelow(kind, key));
  }

  /** Only where a copy begins in another place than its parent does. */
  #mark(copied: object, value: object, at: Origin, begins = at.keys.length === 0): void {
    const before = this.#before?.get(value);
    if (before !== undefined) this.origins.set(copied, before);
    else if (begins) this.origins.set(copied, at);
  }

  #reference(node: JsonObject, ref: string, at: Origin, kind: Kind): unknown {
    if (at.file === this.#root && ref.startsWith("#")) {
      // What the document says of itself stays as it says it.
      return this.#withSiblings(node, { $ref: ref }, at, kind);
    }
    const section = this.#isOwnComponent(at) ? undefined : sectionOf(kind);
    const id = `${section} ${at.file} ${ref}`;
    const known = this.#known.get(id);
    if (known !== undefined) return this.#withSiblings(node, { $ref: known }, at, kind);
    const target = this.#follow(ref, at);
    if (target === undefined) return { $ref: ref };
    if (section !== undefined) {
      const name = this.#component(section, target, kind);
      const pointer = toPointer(["components", section, name]);
      this.#known.set(id, pointer);
      return this.#withSiblings(node, { $ref: pointer }, at, kind);
    }
    if (this.#depth >= maxDepth) {
      throw new InputError(`${at.file}: ${ref} leads to itself, and would be written out for ever`);
    }
    this.#depth += 1;
    const copied = this.#copy(this.#at(target), target, kind);
    this.#depth -= 1;
    if (!isObject(copied)) return copied;
    this.#mark(copied, copied, target, true);
    return this.#withSiblings(node, copied, at, kind);
  }

  /** The keys beside a `$ref` count more than what it leads to. */
  #withSiblings(node: JsonObject, target: JsonObject, at: Origin, kind: Kind): JsonObject {
    for (const [key, item] of Object.entries(node)) {
      if (key !== "$ref") target[key] = this.#copyBelow(item, at, kind, key);
    }
    return target;
  }

  /** A value of a discriminator's mapping: a reference, or the bare name of a schema. */
  #mapping(value: string, at: Origin, key: string | number): string {
    const bare = componentNameProblem(value) === undefined && !/\.(?:json|ya?ml)$/.test(value);
    const ref = bare ? `#/components/schemas/${value}` : value;
    if (at.file === this.#root && ref.startsWith("#")) return value;
    const there = this.#place(ref, at);
    if (bare && getAt(this.#files.get(there.file), there.keys) === undefined) return value;
    const target = this.#follow(ref, { file: at.file, keys: [...at.keys, key] });
    if (target === undefined) return value;
    return toPointer(["components", "schemas", this.#component("schemas", target, "schema")]);
  }

  #component(section: string, target: Origin, kind: Kind): string {
    const id = idOf(section, target);
    const known = this.names.get(id);
    if (known !== undefined) return known;
    const [first, second, ...rest] = target.keys;
    if (
      target.file === this.#root &&
      first === "components" &&
      rest.length === 1 &&
      second === section
    ) {
      return String(rest[0]);
    }
    const taken = this.#taken.get(section) ?? new Map<string, Origin>();
    this.#taken.set(section, taken);
    for (const name of namesFor(target)) {
      const other = taken.get(name);
      if (other !== undefined && !this.#sameContent(target, other, new Set())) continue;
      this.names.set(id, name);
      if (other !== undefined) return name;
      taken.set(name, target);
      if (this.#depth < maxDepth) this.#add(section, name, target, kind);
      else this.#later.push(() => this.#add(section, name, target, kind));
      return name;
    }
    throw new InputError(`${showOrigin(target)}: no name is left for this component`);
  }

  #add(section: string, name: string, target: Origin, kind: Kind): void {
    this.#depth += 1;
    const copied = this.#copy(this.#at(target), target, kind);
    this.#depth -= 1;
    if (isObject(copied)) this.#mark(copied, copied, target, true);
    const named = isObject(this.#components[section]) ? this.#components[section] : {};
    this.#components[section] = named;
    named[name] = copied;
  }

  /** A component of the document itself that is only a reference takes in what it refers to. */
  #isOwnComponent({ file, keys }: Origin): boolean {
    return file === this.#root && keys.length === 3 && keys[0] === "components";
  }

  /** Whether two places say the same, whatever their references are called. */
  #sameContent(one: Origin, other: Origin, assumed: Set<string>): boolean {
    const a = this.#end(one);
    const b = this.#end(other);
    if (a === undefined || b === undefined) return false;
    const pair = `${showOrigin(a)} ${showOrigin(b)}`;
    if (showOrigin(a) === showOrigin(b) || assumed.has(pair)) return true;
    if (assumed.size > maxCompared) return false;
    assumed.add(pair);
    return this.#sameValue(this.#at(a), this.#at(b), a, b, assumed);
  }

  #sameValue(a: unknown, b: unknown, atA: Origin, atB: Origin, assumed: Set<string>): boolean {
    if (Array.isArray(a) && Array.isArray(b)) {
      return (
        a.length === b.length &&
        a.every((item, index) => this.#sameBelow(item, b[index], atA, atB, index, assumed))
      );
    }
    if (!isObject(a) || !isObject(b)) return a === b;
    const keys = Object.keys(a);
    return (
      keys.length === Object.keys(b).length &&
      keys.every(
        (key) => Object.hasOwn(b, key) && this.#sameBelow(a[key], b[key], atA, atB, key, assumed),
      )
    );
  }

  #sameBelow(
    a: unknown,
    b: unknown,
    atA: Origin,
    atB: Origin,
    key: string | number,
    assumed: Set<string>,
  ): boolean {
    if (key === "$ref" && typeof a === "string" && typeof b === "string") {
      return this.#sameContent(this.#place(a, atA), this.#place(b, atB), assumed);
    }
    const belowA = { file: atA.file, keys: [...atA.keys, key] };
    const belowB = { file: atB.file, keys: [...atB.keys, key] };
    return this.#sameValue(a, b, belowA, belowB, assumed);
  }

  #at({ file, keys }: Origin): unknown {
    return getAt(this.#files.get(file), keys);
  }

  #place(ref: string, at: Origin): Origin {
    const [path = "", pointer = ""] = ref.split("#");
    const file = path === "" ? at.file : posix.join(posix.dirname(at.file), path);
    return { file, keys: fromPointer(pointer) };
  }

  /** Where a reference leads in the end; says so when that is nowhere. */
  #follow(ref: string, at: Origin): Origin | undefined {
    const start = this.#place(ref, at);
    const end = this.#end(start);
    if (end === undefined) {
      this.problems.push({
        origin: at,
        message: `the $ref to ${showOrigin(start)} does not resolve`,
      });
    }
    return end;
  }

  /** References on the way are followed, and one that stands at the end unless something stands beside it. */
  #end(start: Origin): Origin | undefined {
    let at = start;
    for (let hop = 0; hop < maxDepth; hop++) {
      let node: unknown = this.#files.get(at.file);
      let moved: Origin | undefined;
      for (const [depth, key] of at.keys.entries()) {
        if (isObject(node) && typeof node.$ref === "string" && !Object.hasOwn(node, key)) {
          const there = this.#place(node.$ref, at);
          moved = { file: there.file, keys: [...there.keys, ...at.keys.slice(depth)] };
          break;
        }
        node = getAt(node, [key]);
      }
      if (moved === undefined) {
        if (node === undefined) return undefined;
        if (!isAlias(node)) return at;
        moved = this.#place(node.$ref, at);
      }
      at = moved;
    }
    return undefined;
  }

  /**
   * What stands beside the operations of the path items that a path item takes operations from: an operation
   * does not work without the parameters of its path.
   */
  #carryParameters(copied: JsonObject, item: JsonObject, at: Origin): void {
    const carried = new Map<string, { content: Origin; method: string }>();
    const own = Array.isArray(copied.parameters) ? copied.parameters : [];
    const declared = new Set(
      (Array.isArray(item.parameters) ? item.parameters : []).map((one, index) =>
        this.#parameterId(one, { file: at.file, keys: [...at.keys, "parameters", index] }),
      ),
    );
    const added: unknown[] = [];
    for (const [method, operation] of Object.entries(item)) {
      if (kindBelow("pathItem", method) !== "operation") continue;
      if (!isObject(operation) || typeof operation.$ref !== "string") continue;
      const place = this.#place(operation.$ref, at);
      if (place.keys.at(-1) !== method) continue;
      const from = this.#end({
        file: place.file,
        keys: [...place.keys.slice(0, -1), "parameters"],
      });
      if (from === undefined) continue;
      const parameters = this.#at(from);
      for (const [index, parameter] of (Array.isArray(parameters) ? parameters : []).entries()) {
        const there = { file: from.file, keys: [...from.keys, index] };
        const id = this.#parameterId(parameter, there);
        if (declared.has(id)) continue;
        const before = carried.get(id);
        if (before === undefined) {
          carried.set(id, { content: there, method });
          const copy = this.#copy(parameter, there, "parameter");
          if (isObject(copy)) this.#mark(copy, copy, there, true);
          added.push(copy);
        } else if (!this.#sameContent(there, before.content, new Set())) {
          this.problems.push({
            origin: { file: at.file, keys: [...at.keys, method] },
            message: `the parameter ${id} of this path differs from that of ${before.method}; write "parameters:" beside them`,
          });
        }
      }
    }
    if (added.length > 0) copied.parameters = [...own, ...added];
  }

  #parameterId(parameter: unknown, at: Origin): string {
    const end = isObject(parameter) && typeof parameter.$ref === "string" ? this.#end(at) : at;
    const { name, in: place } = Object((end && this.#at(end)) ?? {});
    return `${String(name)} (${String(place)})`;
  }
}

/** A reference with nothing beside it. */
function isAlias(node: unknown): node is { $ref: string } {
  return isObject(node) && typeof node.$ref === "string" && Object.keys(node).length === 1;
}

function idOf(section: string, target: Origin): string {
  return `${section} ${showOrigin(target)}`;
}

/** `specs/x/upstream/a.yaml#/paths/…`, or the file alone. */
export function showOrigin({ file, keys }: Origin): string {
  return keys.length === 0 ? file : `${file}${toPointer(keys)}`;
}

/** Words of a way that tell nothing about where it leads. */
const plain = new Set(
  (
    "components schemas parameters responses examples requestBodies headers links callbacks properties items " +
    "allOf anyOf oneOf content schema models definitions shared common index upstream source specs openapi"
  ).split(" "),
);

/** What a component may be called, best first: its own name, then with a word in front, then with a number. */
function* namesFor({ file, keys }: Origin): Generator<string> {
  const steps = [
    ...file
      .replace(/\.[^./]+$/, "")
      .split("/")
      .slice(2),
    ...keys.map(String),
  ];
  const own = plainName(steps.pop() ?? "");
  yield own;
  let name = own;
  for (const step of steps.reverse()) {
    const word = plainName(step);
    if (plain.has(step) || word === "" || /^\d+$/.test(word)) continue;
    yield `${word}_${own}`;
    name = `${word}_${name}`;
    yield name;
  }
  for (let number = 2; number < 1_000; number++) yield `${own}_${number}`;
}

function plainName(step: string): string {
  return step.replaceAll(/[^A-Za-z0-9._-]+/g, "_").slice(0, 100);
}
