import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { filesBelow, read } from "../src/repo.js";

type Node = Record<string, unknown>;

const folder = "specs/ppio-gpu/upstream";
const dropped = new Set(["Authorization", "Content-Type"]);

describe("the bundle of ppio-gpu", async () => {
  const bundle = parse(await read("specs/ppio-gpu/openapi.yaml")) as Node;
  const fragments = (await filesBelow(folder, ".yaml")).filter(
    (file) => !file.endsWith("PROVENANCE.yaml"),
  );

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

  it("stands on three fragments", () => expect(fragments).toHaveLength(3));

  for (const file of fragments) {
    it(`keeps every path, parameter, field and type of ${file}`, async () => {
      const { paths } = parse(await read(file)) as { paths: Record<string, Record<string, Node>> };
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
            fields += compare(parameter.schema as Node, kept?.schema, `${path} ${parameter.name}`);
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
});
