import { createPpioGpuClient, listInstances } from "@cloud-clients/ppio-gpu";
import { ProxyAgent } from "undici";

const dispatcher = new ProxyAgent(process.env.HTTPS_PROXY ?? "http://127.0.0.1:3128");
const client = createPpioGpuClient({
  baseUrl: process.env.PPIO_BASE_URL,
  requestInitExt: { dispatcher }, // Node's fetch takes it with every request of this client
});

const { items } = await listInstances(client).collect();
console.log(items.length, "instances");
