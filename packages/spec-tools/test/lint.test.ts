import { expect, it } from "vitest";
import { generate } from "../src/commands/generate.js";
import { lint } from "../src/commands/lint.js";
import { tinyRepo } from "./tiny-repo.js";

it("lint says how many problems it does not show", { timeout: 60_000 }, async () => {
  const repo = await tinyRepo();
  await repo.write("redocly.yaml", "extends: [minimal]\nrules: { operation-summary: error }\n");
  const paths = Array.from(
    { length: 1100 },
    (_, n) => `  /p${n}: { get: { operationId: p${n}, responses: {} } }\n`,
  );
  await repo.edit("specs/tiny/source/openapi.yaml", "paths:\n", `paths:\n${paths.join("")}`);
  expect((await repo.run(generate)).err).toEqual([]);
  const { code, err } = await repo.run(lint);
  expect(code).toBe(1);
  expect(err.join("\n")).toMatch(/\d+ more problems hidden/);
});

it("lint holds bundles to the rules of spec-tools where the repository has no redocly.yaml", async () => {
  const repo = await tinyRepo();
  expect((await repo.run(generate)).err).toEqual([]);
  const { code, out, err } = await repo.run(lint);
  expect(code).toBe(1);
  expect([...out, ...err].join("\n")).toMatch(/house\/|rule\/write-says-idempotent|rule\/source/);
  await repo.write("redocly.yaml", "extends: [minimal]\n");
  const minimal = await repo.run(lint);
  expect([...minimal.out, ...minimal.err].join("\n")).not.toMatch(/house\/|rule\//);
});
