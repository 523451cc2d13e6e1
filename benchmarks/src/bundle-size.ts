import { programs } from "./programs.js";
import { generateRedoclyClient } from "./redocly-client.js";
import type { Figure } from "./report.js";
import { sizeOf } from "./size-of.js";

/** Size of small programs, bundled, minified and gzipped, in kB (1000 bytes). */
export async function bundleSize(): Promise<Figure[]> {
  const redocly = await sizeOf(`
    import { createClient, OPERATIONS } from ${JSON.stringify(await generateRedoclyClient("ppio-gpu"))};
    const client = createClient(OPERATIONS, { serverUrl: "https://api.ppio.com", auth: { bearer: "k" } });
    client.getInstance({ path: { instance_id: "i" } }).then(console.log)`);
  const plain = await sizeOf(programs["plain openapi-fetch"]);
  const beside = `kB: openapi-fetch ${plain.toFixed(2)}, Redocly ${redocly.toFixed(2)}`;
  const figures: Figure[] = [];
  for (const what of ["one typed call", "a list", "a list and port edits"] as const) {
    const measured = await sizeOf(programs[what]);
    figures.push({ what: `size of a program with ${what}`, measured, unit: "kB", beside });
  }
  return figures;
}
