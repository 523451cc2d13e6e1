import { operationsOf } from "@cloud-clients/openapi-model";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { apis, read } from "../src/repo.js";

/** The APIs whose POSTs and DELETEs were judged one by one. */
const judged = ["huaweicloud-vpcep", "ppio-gpu"];

const bundles = await Promise.all(
  apis.map(async (api) => ({ api, text: await read(`specs/${api}/openapi.yaml`) })),
);
const writes = bundles.flatMap(({ api, text }) => {
  const { paths } = parse(text) as { paths: unknown };
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
