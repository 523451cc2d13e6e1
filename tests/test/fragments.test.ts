import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { apis, filesBelow, read } from "../src/repo.js";

type Node = Record<string, unknown>;

const dropped = new Set(["Authorization", "Content-Type"]);

/** The fragments of an API's upstream; a whole document is chosen from, and renamed on its way. */
async function fragmentsOf(api: string): Promise<string[]> {
  const folder = `specs/${api}/upstream`;
  const files = await filesBelow(folder, ".yaml").catch(() => []);
  if (files.length === 0) return [];
  const { documents = [] } = parse(await read(`${folder}/PROVENANCE.yaml`)) as Provenance;
  const whole = documents.flatMap((one) => [one, ...(one.beside ?? [])]).map(({ file }) => file);
  const others = ["PROVENANCE.yaml", ...whole].map((name) => `${folder}/${name}`);
  return files.filter((file) => !others.includes(file));
}

interface Provenance {
  documents?: { file: string; beside?: { file: string }[] }[];
}

const all = await Promise.all(
  apis.map(async (api) => ({ api, fragments: await fragmentsOf(api) })),
);

it("some bundles stand on fragments", () => {
  expect(all).toContainEqual({
    api: "ppio-gpu",
    fragments: expect.objectContaining({ length: 3 }),
  });
});

describe.each(all.filter(({ fragments }) => fragments.length > 0))(
  "the bundle of $api",
  async ({ api, fragments }) => {
    const bundle = parse(await read(`specs/${api}/openapi.yaml`)) as Node;

    const deref = (node: unknown): Node => {
      const ref = (node as Node | undefined)?.$ref;
      if (typeof ref !== "string") return node as Node;
      const keys = ref
        .slice(2)
        .split("/")
        .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
      return deref(keys.reduce<unknown>((at, key) => (at as Node)[key], bundle));
    };

    /** Everything that a schema of a fragment says about shape stands in the bundle too. */
    const compare = (before: Node, now: unknown, where: string): number => {
      const after = deref(now);
      expect(after?.type, where).toBe(before.type);
      let fields = 1;
      for (const [name, property] of Object.entries(
        (before.properties ?? {}) as Record<string, Node>,
      )) {
        const kept = (after.properties as Node)[name];
        expect(kept, `${where}.${name}`).toBeDefined();
        fields += compare(property, kept, `${where}.${name}`);
      }
      for (const name of (before.required ?? []) as string[]) {
        expect(after.required, `${where}: required`).toContain(name);
      }
      if (before.items) fields += compare(before.items as Node, after.items, `${where}[]`);
      return fields;
    };

    for (const file of fragments) {
      it(`keeps every path, parameter, field and type of ${file}`, async () => {
        const { paths } = parse(await read(file)) as {
          paths: Record<string, Record<string, Node>>;
        };
        let fields = 0;
        for (const [path, methods] of Object.entries(paths)) {
          for (const [method, operation] of Object.entries(methods)) {
            const now = ((bundle.paths as Node)[path] as Node)[method] as Node;
            const parameters = ((now.parameters ?? []) as unknown[]).map(deref);
            for (const parameter of operation.parameters as Node[]) {
              if (dropped.has(parameter.name as string)) continue;
              const kept = parameters.find(
                ({ name, in: at }) => name === parameter.name && at === parameter.in,
              );
              expect(kept, `${method} ${path} ${parameter.name}`).toBeDefined();
              fields += compare(
                parameter.schema as Node,
                kept?.schema,
                `${path} ${parameter.name}`,
              );
            }
            const bodies = (node: Node): Node[] => [
              (node.requestBody as Node | undefined) ?? {},
              ((node.responses as Node)["200"] as Node) ?? {},
            ];
            const [was, is] = [bodies(operation), bodies(now).map(deref)];
            for (const [index, body] of was.entries()) {
              const schema = (
                (body.content as Node | undefined)?.["application/json"] as Node | undefined
              )?.schema;
              if (!schema) continue;
              const content = is[index]?.content as Record<string, Node>;
              fields += compare(
                schema as Node,
                content["application/json"]?.schema,
                `${method} ${path}`,
              );
            }
          }
        }
        expect(fields).toBeGreaterThan(4);
      });
    }
  },
);
