import { parseArgs } from "node:util";
import { bundleSize } from "./bundle-size.js";
import { callOverSocket } from "./call-over-socket.js";
import { cpuPerCall } from "./cpu-per-call.js";
import { editRequests } from "./edit-requests.js";
import { listMemory } from "./list-memory.js";
import { listOverlap } from "./list-overlap.js";
import { type Figure, report } from "./report.js";
import { signedCall } from "./signed-call.js";
import { typeCost } from "./type-cost.js";
import { wholeDocuments } from "./whole-documents.js";

const parts: Record<string, (options: { full: boolean }) => Promise<Figure[]>> = {
  size: bundleSize,
  socket: callOverSocket,
  cpu: cpuPerCall,
  signing: signedCall,
  requests: editRequests,
  types: typeCost,
  overlap: listOverlap,
  memory: listMemory,
  documents: wholeDocuments,
};

/**
 * Runs the parts named on the command line, or all; fails when a figure is beyond its limit. `--full`
 * takes long walks in place of several short ones.
 */
const { values, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: { full: { type: "boolean", default: false } },
});
const unknown = wanted.filter((name) => !(name in parts));
if (unknown.length > 0) {
  console.error(`unknown part ${unknown.join(", ")}; there are ${Object.keys(parts).join(", ")}`);
  process.exitCode = 1;
} else {
  let beyond = 0;
  for (const [name, measure] of Object.entries(parts)) {
    if (wanted.length === 0 || wanted.includes(name)) beyond += report(name, await measure(values));
  }
  process.exitCode = beyond === 0 ? 0 : 1;
}
