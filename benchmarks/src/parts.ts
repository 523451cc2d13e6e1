import { bundleSize } from "./bundle-size.js";
import { callOnStub, callOverSocket } from "./calls.js";
import type { Measured } from "./comparison.js";
import { editRequests } from "./edit-requests.js";
import { everyApi } from "./every-api.js";
import { generation } from "./generation.js";
import { importSize } from "./import-size.js";
import { importTime } from "./import-time.js";
import { installSize } from "./install-size.js";
import { listMemory } from "./list-memory.js";
import { listOverlap } from "./list-overlap.js";
import { manyApis } from "./many-apis.js";
import type { Figure } from "./report.js";
import { signedCall } from "./signed-call.js";
import { typeCost } from "./type-cost.js";
import { walks } from "./walks.js";
import { wholeDocuments } from "./whole-documents.js";

/** Some figures that are measured together. */
export interface Part {
  readonly measure: (options: { full: boolean }) => Promise<Measured>;
  /** Share of a figure by which it rises and falls without a cause. */
  readonly noise: number;
  /** Whether no load of the machine changes the figures: these are checked by `test` as well. */
  readonly steady: boolean;
}

type Measure = (options: { full: boolean }) => Promise<Measured | readonly Figure[]>;

const part = (steady: boolean, noise: number, measure: Measure): Part => ({
  steady,
  noise,
  async measure(options) {
    const measured = await measure(options);
    return "figures" in measured ? measured : { figures: measured, comparisons: [] };
  },
});
const steady = (noise: number, measure: Measure): Part => part(true, noise, measure);
const timed = (noise: number, measure: Measure): Part => part(false, noise, measure);

/** All parts by the names that `bench` takes. */
export const parts: Readonly<Record<string, Part>> = {
  // Compressors differ a little from one version of Node to the next.
  size: steady(0.02, bundleSize),
  code: steady(0.02, importSize),
  requests: steady(0, editRequests),
  types: steady(0.1, async () => typeCost()),
  apis: steady(0.1, everyApi),
  // No load changes it either, but it packs and installs.
  install: timed(0.05, installSize),
  import: timed(0.3, importTime),
  socket: timed(0.3, callOverSocket),
  cpu: timed(0.3, callOnStub),
  walks: timed(0.3, walks),
  signing: timed(0.3, signedCall),
  overlap: timed(0.1, listOverlap),
  memory: timed(0.15, listMemory),
  generation: timed(0.15, generation),
  documents: timed(0.15, wholeDocuments),
  // No load changes what it counts, but it takes minutes.
  many: timed(0, manyApis),
};

/** The parts that compare ours with other clients, in the order of docs/benchmarks.md. */
export const peerParts = [
  "socket",
  "cpu",
  "walks",
  "signing",
  "import",
  "size",
  "install",
  "generation",
] as const;

/**
 * The parts that a command line names, or all of them; `peers` names those that compare ours with other clients.
 *
 * @throws Error for a name that no part has.
 */
export function partsNamed(names: readonly string[]): string[] {
  const unknown = names.filter((name) => name !== "peers" && !Object.hasOwn(parts, name));
  if (unknown.length > 0) {
    const all = [...Object.keys(parts), "peers"].join(", ");
    throw new Error(`unknown part ${unknown.join(", ")}; there are ${all}`);
  }
  const wanted = names.length > 0 ? names : ["peers", ...Object.keys(parts)];
  return [...new Set(wanted.flatMap((name) => (name === "peers" ? peerParts : [name])))];
}
