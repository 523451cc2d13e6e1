import { readdirSync, readFileSync } from "node:fs";
import { operationsOf } from "@cloud-clients/openapi-model";
import { parseYaml } from "@redocly/openapi-core";
import { describe, expect, it } from "vitest";

const specs = new URL("../../../../specs/", import.meta.url);
const apis = readdirSync(specs, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .filter((name) => readdirSync(new URL(name, specs)).includes("openapi.yaml"));

/** The APIs whose POSTs and DELETEs were judged one by one. */
const judged = ["huaweicloud-vpcep", "ppio-gpu"];

const writes = apis.flatMap((api) => {
  const text = readFileSync(new URL(`${api}/openapi.yaml`, specs), "utf8");
  const { paths } = parseYaml(text) as { paths: unknown };
  return operationsOf(paths)
    .filter(({ method }) => method !== "get")
    .map(({ method, operation }) => ({
      method,
      isJudged: judged.includes(api),
      id: `${api} ${operation.operationId}`,
      twice: operation["x-idempotent"],
    }));
});

describe("what may be sent twice", () => {
  it("is no PUT, since all of them set what somebody may have set otherwise in between", () => {
    const puts = writes.filter(({ method }) => method === "put");
    expect(puts.length).toBeGreaterThan(20);
    expect(puts.filter(({ twice }) => twice !== false)).toEqual([]);
  });

  it("is no POST but those that read, delete by id, or end what nothing begins again", () => {
    const posts = writes.filter(
      ({ method, twice, isJudged }) => isJudged && method === "post" && twice !== false,
    );
    expect(posts.map(({ id }) => id)).toEqual([
      "huaweicloud-vpcep batchRemoveServicePermissions",
      "huaweicloud-vpcep listResourceInstances",
      "ppio-gpu stopJob",
    ]);
  });

  it("is every DELETE but those of what can be set again under the same name or place", () => {
    const deletes = writes.filter(
      ({ method, twice, isJudged }) => isJudged && method === "delete" && twice !== true,
    );
    expect(deletes.map(({ id }) => id)).toEqual([
      "huaweicloud-vpcep deleteEndpointPolicy",
      "ppio-gpu deleteImage",
    ]);
  });

  it("is nothing of an API that nobody has judged: what new-api writes is false", () => {
    const others = writes.filter(({ twice, isJudged }) => !isJudged && twice !== false);
    expect(others.map(({ id }) => id)).toEqual([]);
  });
});
