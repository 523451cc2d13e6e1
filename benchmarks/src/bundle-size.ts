import type { Comparison, Measured } from "./comparison.js";
import { ours, withEach } from "./peers/clients.js";
import { signing } from "./peers/signing.js";
import { sizeOf } from "./programs.js";
import { type Figure, step } from "./report.js";

const unit = "kB";
const about = "Everything that the program needs, bundled and minified by esbuild, and gzipped.";

/** What the programs do with the module of a client. */
const programs = {
  "one typed call": { uses: "get", code: "get(client).then(console.log);" },
  "a list": { uses: "walk", code: "for await (const item of walk(client)) console.log(item);" },
};

/** Size of small programs of all clients, bundled, minified and gzipped, in kB (1000 bytes). */
export async function bundleSize(): Promise<Measured> {
  const comparisons: Comparison[] = [];
  for (const [what, { uses, code }] of Object.entries(programs)) {
    const work = `size of a program with ${what}`;
    const { results, absent } = await step(work, () =>
      withEach(async ({ file }) => [
        await sizeOf(`
          import { connect, ${uses} } from ${JSON.stringify(file)};
          const client = connect({ baseUrl: "https://api.ppio.com" });
          ${code}`),
      ]),
    );
    const measures = [{ name: "size", unit, samples: results }];
    comparisons.push({ work, about, ours, measures, absent });
  }
  comparisons.push(await signedSize());
  const figures = comparisons.flatMap(({ work, measures }) =>
    measures.map(({ samples }) => {
      const others = Object.entries(samples).filter(([name]) => name !== ours);
      return {
        what: work,
        measured: samples[ours]?.[0] ?? Number.NaN,
        unit,
        beside: others.map(([name, [size]]) => `${name} ${size?.toFixed(2)}`).join(", "),
      };
    }),
  );
  return { figures: [...figures, await editsSize()], comparisons };
}

/** Size of a program that also edits, which no other client does. */
async function editsSize(): Promise<Figure> {
  const measured = await sizeOf(`
    import { addPorts, createPpioGpuClient, listInstances } from "@cloud-clients/ppio-gpu";
    const client = createPpioGpuClient({ apiKey: "k" });
    for await (const { id } of listInstances(client)) await addPorts(client, id, [{ port: 1, protocol: "tcp" }])`);
  return { what: "size of a program with a list and port edits", measured, unit };
}

async function signedSize(): Promise<Comparison> {
  const work = "size of a program with one signed call";
  const samples = await step(work, async () => {
    const sizes = Object.entries(signing).map(async ([name, { file }]) => {
      const program = `import { connect, put } from ${JSON.stringify(file)}; put(connect()).then(console.log);`;
      return [name, [await sizeOf(program, { platform: "node" })]] as const;
    });
    return Object.fromEntries(await Promise.all(sizes));
  });
  return {
    work,
    about: `${about} Bundled for Node, whose modules the SDK imports; they are not counted.`,
    ours,
    measures: [{ name: "size", unit, samples }],
    absent: {},
  };
}
