import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { generateRedoclyClient } from "./redocly-client.js";
import type { Figure } from "./report.js";

const call = `client.GET("/gpus/v2/instances/{instance_id}", { params: { path: { instance_id: "i" } } }).then(console.log)`;

const programs = {
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

/** Size of small programs, bundled, minified and gzipped, in kB (1000 bytes). */
export async function bundleSize(): Promise<Figure[]> {
  const redocly = await sizeOf(`
    import { createClient, OPERATIONS } from ${JSON.stringify(await generateRedoclyClient("ppio-gpu"))};
    const client = createClient(OPERATIONS, { serverUrl: "https://api.ppio.com", auth: { bearer: "k" } });
    client.getInstance({ path: { instance_id: "i" } }).then(console.log)`);
  const plain = await sizeOf(programs["plain openapi-fetch"]);
  const beside = `kB: openapi-fetch ${plain.toFixed(2)}, Redocly ${redocly.toFixed(2)}`;
  const limits = { "one typed call": 5.5, "a list": 6.5, "a list and port edits": 8 } as const;
  const figures: Figure[] = [];
  for (const [what, limit] of Object.entries(limits)) {
    const measured = await sizeOf(programs[what as keyof typeof limits]);
    figures.push({ what: `size of a program with ${what}`, measured, limit, unit: "kB", beside });
  }
  return figures;
}

async function sizeOf(contents: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: fileURLToPath(new URL(".", import.meta.url)) },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2022",
    platform: "neutral",
    mainFields: ["module", "main"],
  });
  return gzipSync(outputFiles[0]?.contents ?? "", { level: 9 }).length / 1000;
}
