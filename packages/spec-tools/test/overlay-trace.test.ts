import { expect, it } from "vitest";
import { showPlace } from "../src/base/place.js";
import { openRepository } from "../src/base/repository.js";
import { bundleApi } from "../src/bundle/bundle-api.js";
import { readSpecs } from "../src/documents/specs.js";
import { tinyRepo } from "./tiny-repo.js";

it("whoever wrote a value of the bundle is known: the file it comes from, or the last action on it", async () => {
  const { root } = await tinyRepo();
  const { trace } = bundleApi(await readSpecs(openRepository(root).api("tiny")));
  const get = ["paths", "/things/{id}", "get"];
  const response = [...get, "responses", "200", "content", "application/json", "schema"];
  const places = [
    [...get, "operationId"],
    [...response, "properties", "state", "enum"],
    [...response, "properties", "state", "type"],
    ["paths", "/things/{id}", "put", "operationId"],
    ["components", "schemas", "Thing", "properties", "id"],
    ["info", "title"],
  ].map((keys) => showPlace(trace.origin(keys)));
  expect(places).toEqual([
    "specs/tiny/overlays/0001-operation-id.yaml:4:5",
    "specs/tiny/overlays/0002-states.yaml:4:5",
    "specs/tiny/upstream/get-thing.yaml:15:28",
    "specs/tiny/source/operations/put-thing.yaml:1:1",
    "specs/tiny/source/schemas/Thing.yaml:2:15",
    "specs/tiny/source/openapi.yaml:2:9",
  ]);
});

it("of what an overlay changed a part of, the overlay wrote the value, and the file that it is there", async () => {
  const { root } = await tinyRepo();
  const { trace } = bundleApi(await readSpecs(openRepository(root).api("tiny")));
  const get = ["paths", "/things/{id}", "get"];
  const shown = [...get, "responses", "200", "content", "application/json", "schema"];
  const places = [get, shown].flatMap((keys) => [
    showPlace(trace.origin(keys, "value")),
    showPlace(trace.origin(keys, "key")),
  ]);
  expect(places).toEqual([
    "specs/tiny/overlays/0002-states.yaml:6:5",
    "specs/tiny/upstream/get-thing.yaml:4:5",
    "specs/tiny/overlays/0002-states.yaml:6:5",
    "specs/tiny/upstream/get-thing.yaml:12:15",
  ]);
});

it("the documents that were judged are not changed by bundling them", async () => {
  const { root } = await tinyRepo();
  const specs = await readSpecs(openRepository(root).api("tiny"));
  const before = JSON.stringify([...specs.documents.values()].map(({ parsed }) => parsed));
  bundleApi(specs);
  expect(JSON.stringify([...specs.documents.values()].map(({ parsed }) => parsed))).toBe(before);
});
