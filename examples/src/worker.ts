import { createPpioGpuClient, isCloudClientError, listInstances } from "@cloud-clients/ppio-gpu";

export interface Env {
  /** A secret: `wrangler secret put PPIO_API_KEY`. */
  readonly PPIO_API_KEY: string;
}

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const client = createPpioGpuClient({ apiKey: env.PPIO_API_KEY, timeoutMs: 20_000 });
    const running = listInstances(client, { status: "running" }, { signal: request.signal });
    try {
      const { items, truncated } = await running.collect({ maxItems: 100 });
      // Picked by name: an instance also holds environment variables and SSH passwords.
      return Response.json({ items: items.map(({ id, name }) => ({ id, name })), truncated });
    } catch (error) {
      if (!isCloudClientError(error)) throw error;
      return Response.json({ error: error.kind }, { status: 502 });
    }
  },
};
