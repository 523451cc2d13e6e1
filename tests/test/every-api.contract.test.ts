import { describe, expect, it } from "vitest";
import { contractOf } from "../src/api-contract.js";
import { apis, root } from "../src/repo.js";

it("there are APIs", () => expect(apis.length).toBeGreaterThan(1));

for (const api of apis) {
  describe(`the rules of ${api} against the stand-in`, async () => {
    for (const { name, keep } of await contractOf(root, api)) it(name, keep);
  });
}
