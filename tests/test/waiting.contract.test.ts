import { createEmulator } from "@cloud-clients/emulator";
import {
  createVpcepClient,
  unwrap as unwrapVpcep,
  waitForEndpoint,
  waitForEndpointService,
  waitUntilEndpointGone,
  waitUntilEndpointServiceGone,
} from "@cloud-clients/huaweicloud-vpcep";
import {
  createPpioGpuClient,
  unwrap,
  waitForInstance,
  waitForJob,
  waitUntilInstanceGone,
  waitUntilNetworkGone,
  waitUntilEndpointGone as waitUntilServerlessGone,
} from "@cloud-clients/ppio-gpu";
import { describe, expect, it } from "vitest";

const quick = { intervalMs: 1, maxIntervalMs: 1 };

describe("waiting on PPIO GPU", () => {
  const emulator = createEmulator("ppio-gpu");
  const client = createPpioGpuClient({ apiKey: "k", fetch: emulator.fetch });
  const states: string[] = [];
  const onPoll = ({ state }: { state: string }) => {
    states.push(state);
    emulator.clock.advance(10_000);
  };

  it("an instance that was created comes to run, and can be waited away again", async () => {
    const { id } = await unwrap(
      client.POST("/gpus/v2/instances", {
        body: {
          name: "waited-for",
          product_id: "product-gpu-1",
          image: "registry.example.com/ml/pytorch:2.3",
          billing: { mode: "postpaid" },
          resource: { gpu_num: 1 },
        },
      }),
    );
    const instance = await waitForInstance(client, id, { ...quick, onPoll });
    expect(instance.status.status).toBe("running");
    expect(states.length).toBeGreaterThan(1);
    const params = { path: { instance_id: id } };
    await unwrap(client.PUT("/gpus/v2/instances/{instance_id}/stop", { params }));
    const stopped = await waitForInstance(client, id, {
      ...quick,
      onPoll,
      until: ["exited", "stopped"],
    });
    expect(stopped.id).toBe(id);
  });

  it("a job that saves an image succeeds, and one whose instance is removed fails", async () => {
    const running = [...emulator.state.instances.values()].filter(
      ({ status }) => status.status === "running",
    );
    const save = async (index: number): Promise<string> => {
      const body = { instance_id: running[index]?.id ?? "", image: "registry.example.com/a/b:1" };
      return (await unwrap(client.POST("/gpus/v2/jobs/save-image", { body }))).job_id ?? "";
    };
    const job = await waitForJob(client, await save(0), { ...quick, onPoll });
    expect(job.status?.status).toBe("Succeeded");
    const doomed = await save(1);
    const params = { path: { instance_id: running[1]?.id ?? "" } };
    await unwrap(client.DELETE("/gpus/v2/instances/{instance_id}", { params }));
    await expect(waitForJob(client, doomed, { ...quick, onPoll })).rejects.toMatchObject({
      name: "FailedStateError",
      state: "Failed",
    });
  });

  it("an instance that is deleted is waited away, past the states of its removal", async () => {
    const [, , id = ""] = emulator.state.instances.keys();
    const params = { path: { instance_id: id } };
    await unwrap(client.DELETE("/gpus/v2/instances/{instance_id}", { params }));
    states.length = 0;
    const slowly = ({ state }: { state: string }) => {
      states.push(state);
      emulator.clock.advance(1_000);
    };
    await waitUntilInstanceGone(client, id, { ...quick, onPoll: slowly });
    expect(new Set(states)).toEqual(new Set(["toRemove", "removing"]));
    expect(emulator.state.instances.has(id)).toBe(false);
  });

  it("one that nobody deletes is not gone, and nor is an endpoint or a network", async () => {
    const [instance = ""] = emulator.state.instances.keys();
    const [endpoint = ""] = emulator.state.endpoints.keys();
    const [network = ""] = emulator.state.networks.keys();
    for (const [wait, id] of [
      [waitUntilInstanceGone, instance],
      [waitUntilServerlessGone, endpoint],
      [waitUntilNetworkGone, network],
    ] as const) {
      const controller = new AbortController();
      const enough = ({ poll }: { poll: number }) => poll === 3 && controller.abort();
      const options = { ...quick, signal: controller.signal, onPoll: enough };
      await expect(wait(client, id, options)).rejects.toMatchObject({ name: "AbortedError" });
    }
  });

  it("endpoints and networks that do not exist are gone", async () => {
    await waitUntilServerlessGone(client, "nobody", quick);
    await waitUntilNetworkGone(client, "nobody", quick);
  });

  it("a key that is not accepted is no sign that something is gone", async () => {
    const strict = createEmulator("ppio-gpu", { apiKeys: ["right"] });
    const stranger = createPpioGpuClient({ apiKey: "wrong", fetch: strict.fetch });
    await expect(waitUntilInstanceGone(stranger, "nobody", quick)).rejects.toMatchObject({
      name: "AuthenticationError",
    });
  });

  it("what does not exist is a 404 at once", async () => {
    await expect(waitForInstance(client, "nobody", quick)).rejects.toMatchObject({
      name: "NotFoundError",
    });
  });
});

describe("waiting on VPCEP", () => {
  const emulator = createEmulator("huaweicloud-vpcep");
  const client = createVpcepClient({
    region: "cn-north-4",
    projectId: "p",
    token: "t",
    fetch: emulator.fetch,
  });
  const onPoll = () => emulator.clock.advance(30_000);

  it("a service becomes available, an endpoint is accepted, and both are waited away", async () => {
    const service = await unwrapVpcep(
      client.POST("/v1/{project_id}/vpc-endpoint-services", {
        body: {
          port_id: "d23f0824-128b-4f33-8c5c-7fd0a6a3a450",
          vpc_id: "vpc-1",
          server_type: "LB",
          approval_enabled: false,
          ports: [{ client_port: 80, server_port: 8080 }],
        },
      }),
    );
    expect(service.status).toBe("creating");
    const available = await waitForEndpointService(client, service.id, { ...quick, onPoll });
    expect(available.status).toBe("available");
    const endpoint = await unwrapVpcep(
      client.POST("/v1/{project_id}/vpc-endpoints", {
        body: {
          endpoint_service_id: service.id,
          vpc_id: "36f675cc-81e7-4ef5-a8e2-5d940ed90475",
          subnet_id: "d23f0824-128b-4f33-8c5c-7fd0a6a3a451",
        },
      }),
    );
    const accepted = await waitForEndpoint(client, endpoint.id, { ...quick, onPoll });
    expect(accepted.status).toBe("accepted");

    const states: string[] = [];
    const watched = ({ state }: { state: string }) => {
      states.push(state);
      onPoll();
    };
    const endpointPath = { vpc_endpoint_id: endpoint.id };
    await unwrapVpcep(
      client.DELETE("/v1/{project_id}/vpc-endpoints/{vpc_endpoint_id}", {
        params: { path: endpointPath },
      }),
    );
    await waitUntilEndpointGone(client, endpoint.id, { ...quick, onPoll: watched });
    const servicePath = { vpc_endpoint_service_id: service.id };
    await unwrapVpcep(
      client.DELETE("/v1/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}", {
        params: { path: servicePath },
      }),
    );
    await waitUntilEndpointServiceGone(client, service.id, { ...quick, onPoll: watched });
    expect(new Set(states)).toEqual(new Set(["deleting"]));
    await expect(waitForEndpointService(client, service.id, quick)).rejects.toMatchObject({
      code: "EndPoint.2003",
    });
  });
});
