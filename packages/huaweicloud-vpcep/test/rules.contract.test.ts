import { fileURLToPath } from "node:url";
import { contractOf } from "@cloud-clients/api-contract";
import { describe, it } from "vitest";

const checkout = fileURLToPath(new URL("../../../", import.meta.url));

describe("the rules of huaweicloud-vpcep against the stand-in", async () => {
  for (const { name, keep } of await contractOf(checkout, "huaweicloud-vpcep")) it(name, keep);
});
