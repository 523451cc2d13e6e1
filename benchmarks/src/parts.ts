import { bundleSize } from "./bundle-size.js";
import { callOverSocket } from "./call-over-socket.js";
import { cpuPerCall } from "./cpu-per-call.js";
import { editRequests } from "./edit-requests.js";
import { everyApi } from "./every-api.js";
import { importSize } from "./import-size.js";
import { importTime } from "./import-time.js";
import { listMemory } from "./list-memory.js";
import { listOverlap } from "./list-overlap.js";
import { manyApis } from "./many-apis.js";
import type { Figure } from "./report.js";
import { signedCall } from "./signed-call.js";
import { typeCost } from "./type-cost.js";
import { wholeDocuments } from "./whole-documents.js";

/** Some figures that are measured together. */
export interface Part {
  readonly measure: (options: { full: boolean }) => Promise<Figure[]>;
  /** Share of a figure by which it rises and falls without a cause. */
  readonly noise: number;
  /** Whether no load of the machine changes the figures: these are checked by `test` as well. */
  readonly steady: boolean;
}

const steady = (noise: number, measure: Part["measure"]): Part => ({
  measure,
  noise,
  steady: true,
});
const timed = (noise: number, measure: Part["measure"]): Part => ({
  measure,
  noise,
  steady: false,
});

/** All parts by the names that `bench` takes. */
export const parts: Readonly<Record<string, Part>> = {
  // Compressors differ a little from one version of Node to the next.
  size: steady(0.02, bundleSize),
  code: steady(0.02, importSize),
  requests: steady(0, editRequests),
  types: steady(0.1, typeCost),
  apis: steady(0.1, everyApi),
  import: timed(0.3, importTime),
  socket: timed(0.3, callOverSocket),
  cpu: timed(0.3, cpuPerCall),
  signing: timed(0.3, signedCall),
  overlap: timed(0.1, listOverlap),
  memory: timed(0.15, listMemory),
  documents: timed(0.15, wholeDocuments),
  // No load changes what it counts, but it takes minutes.
  many: timed(0, manyApis),
};
