import { describe, expect, it } from "vitest";
import { createEmulator } from "../src/index.js";
import { callPpio, walkIds } from "./helpers/ppio.js";
import { callVpcep } from "./helpers/vpcep.js";

const seeds = Array.from({ length: 10 }, (_, seed) => seed);

describe("what is made up from a seed", () => {
  it.each(seeds)("fits the specification of PPIO (%d)", async (seed) => {
    const { fetch, state } = createEmulator("ppio-gpu", { seed, instances: 60 });
    const ids = await walkIds(fetch, "limit=50");
    expect(new Set(ids).size).toBe(60);
    for (const id of state.instances.keys()) {
      expect((await callPpio(fetch, "GET", `/instances/${id}`)).status).toBe(200);
    }
    const lists = ["endpoints", "templates", "images", "prewarm-tasks", "networks", "regions"];
    for (const list of [...lists, "jobs", "products?type=gpu&category=instance"]) {
      const { status } = await callPpio(fetch, "GET", `/${list}`);
      expect([list, status]).toEqual([list, 200]);
    }
    for (const id of state.endpoints.keys()) {
      expect((await callPpio(fetch, "GET", `/endpoints/${id}`)).status).toBe(200);
    }
  });

  it.each(seeds)(
    "fits the specification of VPCEP, with no two mappings in conflict (%d)",
    async (seed) => {
      const { fetch, state } = createEmulator("huaweicloud-vpcep", { seed });
      for (const kind of ["", "/public"]) {
        const list = await callVpcep(fetch, "GET", `/vpc-endpoint-services${kind}?limit=1000`);
        expect(list.status).toBe(200);
      }
      for (const { id, ports, status } of state.services.values()) {
        const response = await callVpcep(fetch, "PUT", `/vpc-endpoint-services/${id}`, { ports });
        expect(response.status).toBe(status === "creating" ? 400 : 200);
      }
    },
  );

  it("has prepaid periods that end in the future and ports that differ", () => {
    const { state, clock } = createEmulator("ppio-gpu");
    const all = [...state.instances.values()];
    const prepaid = all.flatMap(({ billing }) => billing.prepaid ?? []);
    expect(prepaid.every(({ end_time: end }) => end * 1000 > clock.now())).toBe(true);
    expect(new Set(all.map(({ ports }) => ports.length)).size).toBeGreaterThan(3);
  });
});
