import { existsSync, readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { load } from "js-yaml";
import { sizeOf } from "./programs.js";
import type { Figure } from "./report.js";
import { typesOf } from "./type-cost.js";

const specs = new URL("../../specs/", import.meta.url);

/** The APIs, found by listing specs/. */
export const apis: readonly string[] = readdirSync(specs)
  .filter((name) => existsSync(new URL(`${name}/openapi.yaml`, specs)))
  .sort();

/** The packages that users import for an API, and the runtime. */
export const packages: readonly string[] = ["runtime", ...apis].map(
  (name) => `@cloud-clients/${name}`,
);

/** Size and types of programs that use the client, the first list and the first edit of every API. */
export async function everyApi(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const api of apis) {
    const names = await namesOf(api);
    const used = names.filter((name) => name !== undefined);
    const what = `of a program with ${used.join(", ")} of ${api}`;
    const size = await sizeOf(importing(api, used, (name) => `console.log(${name});`));
    const types = typesOf(
      importing(
        api,
        used,
        (name) =>
          `export const from_${name} = (...args: Parameters<typeof ${name}>) => ${name}(...args);`,
      ),
    );
    figures.push(
      { what: `size ${what}`, measured: size, unit: "kB" },
      { what: `types ${what}`, measured: types, unit: "" },
    );
  }
  return figures;
}

/** What creates the API's client, its first list, and what adds entries to its first replaced list. */
async function namesOf(api: string): Promise<(string | undefined)[]> {
  const exported = Object.keys(await import(`@cloud-clients/${api}`));
  const bundle = load(await readFile(new URL(`${api}/openapi.yaml`, specs), "utf8"));
  const { paths } = bundle as { paths: Record<string, Record<string, Operation>> };
  const lists = Object.values(paths)
    .flatMap((item) => Object.values(item))
    .filter((operation) => operation["x-pagination"] !== undefined);
  return [
    exported.find((name) => /^create\w+Client$/.test(name)),
    lists.map(({ operationId }) => operationId).find((name) => exported.includes(name)),
    exported.find(
      (name) => name.startsWith("add") && exported.includes(name.replace("add", "verify")),
    ),
  ];
}

interface Operation {
  readonly operationId: string;
  readonly "x-pagination"?: object;
}

function importing(api: string, names: readonly string[], use: (name: string) => string): string {
  const lines = [`import { ${names.join(", ")} } from "@cloud-clients/${api}";`, ...names.map(use)];
  return lines.join("\n");
}
