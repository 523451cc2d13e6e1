import { createEmulator } from "@cloud-clients/emulator";
import { createVpcepClient, type paths as VpcepPaths } from "@cloud-clients/huaweicloud-vpcep";
import {
  createPpioGpuClient,
  knownValues,
  type paths as PpioPaths,
  unwrap,
} from "@cloud-clients/ppio-gpu";
import { QueryClient } from "@tanstack/react-query";
import { type Client, wrapAsPathBasedClient } from "openapi-fetch";
import createReactQueryClient from "openapi-react-query";
import { createElement } from "react";
import { renderToString } from "react-dom/server";
import type { Middleware } from "swr";
import { createQueryHook } from "swr-openapi";
import { describe, expect, expectTypeOf, it } from "vitest";

const emulator = createEmulator("ppio-gpu", { instances: 3 });
const ppio = createPpioGpuClient({ apiKey: "any", fetch: emulator.fetch });
const vpcep = createVpcepClient({ region: "cn-north-4", projectId: "p", token: "t" });
const [id = ""] = emulator.state.instances.keys();
const init = { params: { path: { instance_id: id } } };

describe("a client is a client of openapi-fetch", () => {
  it("by its type", () => {
    const clients: [Client<PpioPaths, "application/json">, Client<VpcepPaths, "application/json">] =
      [ppio, vpcep];
    expect(clients).toHaveLength(2);
  });

  it("whose results are of the types that functions take: open enums are text", async () => {
    const instance = await unwrap(ppio.GET("/gpus/v2/instances/{instance_id}", init));
    expectTypeOf(instance.type).toEqualTypeOf<string | undefined>();
    expectTypeOf(instance.billing?.mode).toEqualTypeOf<string | undefined>();
    expect(knownValues.InstanceDetail.type).toContain(instance.type);
  });

  it("that openapi-fetch itself turns into one by path", async () => {
    const byPath = wrapAsPathBasedClient<PpioPaths, "application/json">(ppio);
    const { data } = await byPath["/gpus/v2/instances/{instance_id}"].GET(init);
    expect(data?.id).toBe(id);
  });
});

describe("openapi-react-query", () => {
  const query = createReactQueryClient(ppio);

  it("reads through our client", async () => {
    const options = query.queryOptions("get", "/gpus/v2/instances/{instance_id}", init);
    const instance = await new QueryClient().fetchQuery(options);
    expectTypeOf(instance.id).toEqualTypeOf<string>();
    expect(instance.id).toBe(id);
  });

  it("gets the error of a refused call", async () => {
    const missing = { params: { path: { instance_id: "nope" } } };
    const options = query.queryOptions("get", "/gpus/v2/instances/{instance_id}", missing, {
      retry: false,
    });
    await expect(new QueryClient().fetchQuery(options)).rejects.toMatchObject({ code: 404 });
  });
});

describe("swr-openapi", () => {
  it("reads through our client", async () => {
    const useInstance = createQueryHook(ppio, "ppio");
    const reads: unknown[] = [];
    // On a server SWR renders without reading: its middleware shows what it would have called.
    const readAtOnce: Middleware = (useNext) => (key, fetcher, config) => {
      reads.push(typeof key !== "function" && fetcher?.(key as never));
      return useNext(key, fetcher, config);
    };
    function Show() {
      const { data } = useInstance("/gpus/v2/instances/{instance_id}", init, { use: [readAtOnce] });
      expectTypeOf(data?.id).toEqualTypeOf<string | undefined>();
      return null;
    }
    renderToString(createElement(Show));
    expect(await Promise.all(reads)).toMatchObject([{ id }]);
  });
});
