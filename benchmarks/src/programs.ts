const call = `client.GET("/gpus/v2/instances/{instance_id}", { params: { path: { instance_id: "i" } } }).then(console.log)`;

/** Small programs, as users would write them. */
export const programs = {
  "one typed call": `
    import { createPpioGpuClient } from "@cloud-clients/ppio-gpu";
    const client = createPpioGpuClient({ apiKey: "k" });
    ${call}`,
  "a list": `
    import { createPpioGpuClient, listInstances } from "@cloud-clients/ppio-gpu";
    listInstances(createPpioGpuClient({ apiKey: "k" })).collect().then(console.log)`,
  "a list and port edits": `
    import { addPorts, createPpioGpuClient, listInstances } from "@cloud-clients/ppio-gpu";
    const client = createPpioGpuClient({ apiKey: "k" });
    for await (const { id } of listInstances(client)) await addPorts(client, id, [{ port: 1, protocol: "tcp" }])`,
  "plain openapi-fetch": `
    import createClient from "openapi-fetch";
    const client = createClient({ baseUrl: "https://api.ppio.com", headers: { authorization: "Bearer k" } });
    ${call}`,
} as const;
