import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { CORE_SCHEMA, loadAll, YAMLException } from "js-yaml";
import { InputError, visible } from "./input-error.js";
import { showPlace } from "./place.js";

/** The file at a repository's root that says how the repository is laid out. */
export const configName = "spec-tools.config.yaml";

/** What a repository says of itself in {@link configName}. Paths are from the root, with forward slashes. */
export interface Settings {
  /** npm scope of the packages, such as `@acme`. */
  scope: string;
  /** Folder of the APIs' specs. @default "specs" */
  specs: string;
  /** Folder of the packages. @default "packages" */
  packages: string;
  /** What comes before a command of spec-tools in printed hints and generated files. @default "npx spec-tools" */
  command: string;
  /** Licence of new packages, as package.json names it. @default "UNLICENSED" */
  license: string;
  /** Author of new packages, as package.json names it. */
  author?: string;
  /** Page that `generate` writes about how well each operation is documented. Without it, there is none. */
  coverage?: string;
  /** Pages with a table of all APIs, whose rows `generate` writes. @default [] */
  apiTables: readonly string[];
  /** Configuration of Redocly. @default "redocly.yaml" */
  redocly: string;
  /**
   * Command lines that `new-api --confirm` runs at the root once its files are written. `{package}` stands for the
   * new package's name. @default []
   */
  afterConfirm: readonly string[];
  /** The command line that tests everything, for the last hint of `new-api --confirm`. */
  test?: string;
}

const defaults = {
  specs: "specs",
  packages: "packages",
  command: "npx spec-tools",
  license: "UNLICENSED",
  apiTables: [],
  redocly: "redocly.yaml",
  afterConfirm: [],
};

/** A repository that spec-tools works on: where its files are, and how its commands are called. */
export class Repository {
  /** Absolute path. */
  readonly root: string;
  readonly settings: Settings;
  readonly #apis = new Map<string, Api>();

  constructor(root: string, settings: Settings) {
    this.root = root;
    this.settings = settings;
  }

  /** The API of this name, whether it is there or not; the same object each time. */
  api(name: string): Api {
    const api = this.#apis.get(name) ?? new Api(this, name);
    this.#apis.set(name, api);
    return api;
  }

  /** The command line that runs a command of spec-tools here, for messages and generated files. */
  command(words: string): string {
    const { command } = this.settings;
    // npm takes options for its own unless it is told otherwise.
    const isNpm = /^npm run(?:-script)?$/.test(command);
    return `${command} ${isNpm ? words.replace(/ (?=--)/, " -- ") : words}`;
  }
}

/** An API of a repository, and where its files are. As text, it is its name. */
export class Api {
  readonly repository: Repository;
  readonly name: string;

  constructor(repository: Repository, name: string) {
    this.repository = repository;
    this.name = name;
  }

  /** The folder of its specs, from the root. */
  get specs(): string {
    return `${this.repository.settings.specs}/${this.name}`;
  }

  /** Its table of paths, from the root. */
  get source(): string {
    return `${this.specs}/source/openapi.yaml`;
  }

  /** Its bundle, from the root. */
  get bundle(): string {
    return `${this.specs}/openapi.yaml`;
  }

  /** The folder of its package, from the root. */
  get package(): string {
    return `${this.repository.settings.packages}/${this.name}`;
  }

  /** The name of its package, with the scope. */
  get packageName(): string {
    return `${this.repository.settings.scope}/${this.name}`;
  }

  toString(): string {
    return this.name;
  }
}

/**
 * Finds the repository that a folder belongs to: the nearest folder upward that has a {@link configName}.
 *
 * @throws InputError when there is none, or when it says something wrong.
 */
export function findRepository(folder: string): Repository {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(join(at, configName))) return openRepository(at);
    if (at === dirname(at)) {
      throw new InputError(
        `${configName}: neither in ${resolve(folder)} nor above it; create it at the root of the repository, with: scope: "@your-npm-scope"`,
      );
    }
  }
}

/**
 * The repository whose root is this folder.
 *
 * @throws InputError when its {@link configName} is missing or says something wrong.
 */
export function openRepository(root: string): Repository {
  const file = join(root, configName);
  if (!existsSync(file)) {
    throw new InputError(`${configName}: missing in ${resolve(root)}`);
  }
  return new Repository(resolve(root), readSettings(readFileSync(file, "utf8")));
}

/** What a setting may be: says what is allowed, or nothing if the value is fine. */
type Check = (value: unknown) => string | undefined;

const isText = (value: unknown): value is string =>
  typeof value === "string" && value.trim() === value && /^[^\p{Cc}]{1,300}$/u.test(value);
const isBelow = (value: unknown): boolean =>
  isText(value) &&
  value.split("/").every((part) => /^[A-Za-z0-9._-]+$/.test(part) && !/^\.\.?$/.test(part));

const text: Check = (value) => (isText(value) ? undefined : "a text on one line");
const path: Check = (value) =>
  isBelow(value) ? undefined : "a path below the root, with forward slashes";

const checks: Record<keyof Settings, Check> = {
  scope: (value) =>
    isText(value) && /^@[a-z0-9][a-z0-9._-]{0,100}$/.test(value)
      ? undefined
      : "an npm scope, such as @acme",
  specs: path,
  packages: path,
  command: text,
  license: text,
  author: text,
  coverage: path,
  apiTables: (value) =>
    Array.isArray(value) && value.every(isBelow)
      ? undefined
      : "a list of paths below the root, with forward slashes",
  redocly: path,
  afterConfirm: (value) =>
    Array.isArray(value) && value.every(isText) ? undefined : "a list of command lines",
  test: text,
};

/**
 * Reads the text of a {@link configName}.
 *
 * @throws InputError with one line per problem.
 */
export function readSettings(source: string): Settings {
  const given = parse(source);
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    throw new InputError(`${configName}: must be a mapping, at least scope: "@your-npm-scope"`);
  }
  const settings = { ...defaults, ...given };
  if (!isSettings(settings)) throw new InputError(...problemsOf({ scope: undefined, ...given }));
  return settings;
}

function parse(source: string): unknown {
  try {
    const documents = loadAll(source, { schema: CORE_SCHEMA, maxAliases: 0 });
    // Several are no mapping, nor is none.
    return documents.length === 1 ? documents[0] : documents;
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const { mark, reason } = error;
    const place = mark === undefined ? {} : { line: mark.line + 1, col: mark.column + 1 };
    throw new InputError(
      `${showPlace({ file: configName, ...place })}: not YAML: ${visible(reason)}`,
    );
  }
}

function isSettings(settings: object): settings is Settings {
  return problemsOf({ scope: undefined, ...settings }).length === 0;
}

function problemsOf(settings: object): string[] {
  return Object.entries(settings).flatMap(([name, value]) => {
    const check = Object.hasOwn(checks, name) ? checks[name as keyof Settings] : undefined;
    if (check === undefined) {
      return [`${configName}: ${name}: unknown; allowed are ${Object.keys(checks).join(", ")}`];
    }
    const allowed = check(value);
    if (allowed === undefined) return [];
    const what = value === undefined ? "missing" : JSON.stringify(value);
    return [`${configName}: ${name}: ${what}; must be ${allowed}`];
  });
}
