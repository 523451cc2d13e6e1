/** How large a made document is to be. */
export interface DocumentSize {
  /** Five belong to each resource. */
  operations: number;
  /** Properties of a resource, not counting those of the objects in it. */
  fields: number;
  seed: number;
}

type Json = Record<string, unknown>;

const nouns = (
  "account address agent alert archive backup balancer bucket cache catalog certificate channel cluster " +
  "collection container contract database device disk domain endpoint event export firewall folder gateway group " +
  "image index instance invoice job key launch license link location log mailbox member metric mirror model network " +
  "node notice order partition permission pipeline plan policy pool port profile project queue quota record region " +
  "registry release replica report reservation role route rule schedule secret segment server session share snapshot " +
  "source stack stage station store stream subnet subscription table tag task team template tenant token topic " +
  "trigger tunnel user vault version volume worker workspace zone"
).split(" ");
const words = (
  "active amount backend bandwidth billing capacity code comment cost count created currency daily default disk " +
  "enabled expires external family first flavor frequency grace hard health hidden host hourly internal interval kernel " +
  "label last latency level limit local locked major memory minor mode monthly network notes owner parent peak period " +
  "phase position primary priority private protocol public quota rack ratio reason region remote retention revision " +
  "scale secondary shared size soft source speed start state status storage strategy threshold timeout total type unit " +
  "updated usage vendor visible weight window"
).split(" ");

/**
 * An OpenAPI document like those of large public APIs: made-up resources, each listed, created, read,
 * replaced and deleted, with schemas of nested objects, prose, enums, patterns and examples. The same size
 * gives the same document.
 */
export function makeDocument(size: DocumentSize): Json {
  const random = randomFrom(size.seed);
  const paths: Json = {};
  const schemas: Json = {};
  const resources = Math.ceil(size.operations / 5);
  for (let index = 0; index < resources; index++) {
    const noun = nouns[index % nouns.length] ?? "";
    const second = nouns[Math.floor(index / nouns.length)] ?? "";
    addResource(paths, schemas, index < nouns.length ? noun : `${second}_${noun}`, size, random);
  }
  return {
    openapi: "3.0.3",
    info: {
      title: "A large cloud",
      version: "2.1.0",
      description: "Made by a script.",
      license: { name: "MIT", url: "https://opensource.org/license/mit" },
    },
    servers: [{ url: "https://api.large.test" }],
    security: [{ token: [] }],
    tags: [...new Set(Object.values(paths).map((item) => tagOf(item)))].map((name) => ({
      name,
      description: `All about ${name}.`,
    })),
    paths,
    components: {
      securitySchemes: { token: { type: "http", scheme: "bearer" } },
      responses: {
        BadRequest: error("The request is wrong."),
        NotFound: error("There is nothing of that id."),
      },
      schemas: {
        Error: {
          type: "object",
          description: "What went wrong.",
          required: ["code", "message"],
          properties: {
            code: {
              type: "string",
              description: "For programs.",
              pattern: "^[A-Z][A-Za-z]{2,40}$",
            },
            message: { type: "string", description: "For people." },
          },
        },
        ...schemas,
      },
    },
  };
}

function addResource(
  paths: Json,
  schemas: Json,
  noun: string,
  { fields }: DocumentSize,
  random: () => number,
): void {
  const name = noun.replaceAll(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const properties: Json = {};
  const example: Json = {};
  for (let field = 0; field < fields; field++) addField(properties, example, random, 2);
  const body = { $ref: `#/components/schemas/${name}` };
  schemas[name] = {
    type: "object",
    description: sentence(random, `One ${noun}`),
    required: ["id", ...Object.keys(properties).slice(0, 3)],
    properties: {
      id: {
        type: "string",
        description: "Given by the service.",
        readOnly: true,
        pattern: "^[a-z0-9-]{1,63}$",
      },
      ...properties,
    },
  };
  schemas[`${name}List`] = {
    type: "object",
    description: `Some of the ${noun}s.`,
    required: ["items"],
    properties: { items: { type: "array", description: "In order of id.", items: body } },
  };
  const whole = { id: "a-1", ...example };
  const list = { items: [whole] };
  paths[`/v2/${noun}s`] = {
    get: operation(`list${name}s`, noun, random, { list: [`${name}List`, list] }),
    post: operation(`create${name}`, noun, random, { sent: [name, example], made: [name, whole] }),
  };
  paths[`/v2/${noun}s/{id}`] = {
    parameters: [
      {
        name: "id",
        in: "path",
        required: true,
        description: `Which ${noun}.`,
        schema: { type: "string" },
      },
    ],
    get: operation(`get${name}`, noun, random, { list: [name, whole] }),
    put: operation(`replace${name}`, noun, random, { sent: [name, example], list: [name, whole] }),
    delete: operation(`delete${name}`, noun, random, {}),
  };
}

type Part = [schema: string, example: Json];

function operation(
  operationId: string,
  tag: string,
  random: () => number,
  { sent, list, made }: { sent?: Part; list?: Part; made?: Part },
): Json {
  const response = list ?? made;
  const status = made !== undefined ? "201" : response === undefined ? "204" : "200";
  return {
    operationId,
    tags: [tag],
    summary: sentence(random, operationId),
    description: `${sentence(random, "This operation")} ${sentence(random, "It")}`,
    ...(sent === undefined
      ? {}
      : { requestBody: { required: true, description: "What it is to be.", ...media(sent) } }),
    responses: {
      [status]: {
        description: sentence(random, "Done"),
        headers: {
          "X-Request-Id": { description: "For support.", schema: { type: "string" } },
        },
        ...(response === undefined ? {} : media(response)),
      },
      "400": { $ref: "#/components/responses/BadRequest" },
      "404": { $ref: "#/components/responses/NotFound" },
    },
  };
}

function media([schema, example]: Part): Json {
  const ref = { $ref: `#/components/schemas/${schema}` };
  return { content: { "application/json": { schema: ref, example } } };
}

function error(description: string): Json {
  return { description, ...media(["Error", { code: "Wrong", message: description }]) };
}

function addField(properties: Json, example: Json, random: () => number, depth: number): void {
  const name = `${pick(words, random)}_${pick(words, random)}`;
  const description = sentence(random, `The ${name.replace("_", " ")}`);
  const kind = random();
  if (kind < 0.3) {
    properties[name] = { type: "string", description, maxLength: 200 };
    example[name] = pick(words, random);
  } else if (kind < 0.5) {
    properties[name] = { type: "integer", description, minimum: 0, maximum: 1_000_000 };
    example[name] = Math.floor(random() * 1_000);
  } else if (kind < 0.6) {
    properties[name] = { type: "boolean", description };
    example[name] = random() < 0.5;
  } else if (kind < 0.7) {
    properties[name] = { type: "string", format: "date-time", description, nullable: true };
    example[name] = "2026-01-02T03:04:05Z";
  } else if (kind < 0.85 || depth === 0) {
    const values = [...new Set([pick(words, random), pick(words, random), pick(words, random)])];
    properties[name] = { type: "string", description, enum: values };
    example[name] = values[0];
  } else {
    const inner: Json = {};
    const innerExample: Json = {};
    for (let field = 0; field < 4; field++) addField(inner, innerExample, random, depth - 1);
    const object = { type: "object", description, properties: inner };
    const isList = random() < 0.5;
    properties[name] = isList ? { type: "array", description, items: object } : object;
    example[name] = isList ? [innerExample] : innerExample;
  }
}

function sentence(random: () => number, start: string): string {
  const length = 6 + Math.floor(random() * 10);
  return `${start} ${Array.from({ length }, () => pick(words, random)).join(" ")}.`;
}

function pick(from: readonly string[], random: () => number): string {
  return from[Math.floor(random() * from.length)] ?? "";
}

function tagOf(item: unknown): string {
  return Object.values(Object(item)).flatMap((one) => Object(one).tags ?? [])[0] ?? "";
}

/** Numbers from 0 to 1 that a seed determines (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
