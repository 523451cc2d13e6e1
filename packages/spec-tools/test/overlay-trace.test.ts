import { expect, it } from "vitest";
import { bundleWith } from "../src/bundle/bundle-api.js";
import { OverlayResolver, readOverlayActions } from "../src/bundle/overlays.js";
import { readSpecs } from "../src/documents/specs.js";
import { tinyRepo } from "./tiny-repo.js";

it("the bundler asks for each overlay right before it applies it: what was what is read off there", async () => {
  const { root } = await tinyRepo();
  const specs = await readSpecs(root, "tiny");
  const actions = readOverlayActions(specs);
  const { resolver } = await bundleWith(specs, actions);
  const marks = ['"operationId":"getThing"', '"x-enum-open":true', '"readOnly":true'];
  const seen = resolver.states.map((state) => marks.map((mark) => state.includes(mark)));
  expect(seen).toEqual([
    [false, false, false],
    [true, false, false],
    [true, true, false],
    [true, true, true],
  ]);
});

it("the bundler is served what was judged, and nothing else, however it asks", async () => {
  const { root } = await tinyRepo();
  const { documents } = await readSpecs(root, "tiny");
  const resolver = new OverlayResolver(documents, [], () => undefined);
  for (const ref of ["/etc/passwd", "package.json", "https://docs.tiny.test/x.yaml", "data:,a"]) {
    await expect(resolver.resolveDocument(`${root}/x.yaml`, ref)).rejects.toThrow(
      /does not exist$/,
    );
  }
});
