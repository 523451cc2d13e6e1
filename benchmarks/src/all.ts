import { bundleSize } from "./bundle-size.js";
import { cpuPerCall } from "./cpu-per-call.js";
import { type Figure, report } from "./report.js";
import { signedCall } from "./signed-call.js";

const parts: Record<string, () => Promise<Figure[]>> = {
  size: bundleSize,
  cpu: cpuPerCall,
  signing: signedCall,
};

/** Runs the parts named on the command line, or all; fails when a figure is beyond its limit. */
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in parts));
if (unknown.length > 0) {
  console.error(`unknown part ${unknown.join(", ")}; there are ${Object.keys(parts).join(", ")}`);
  process.exitCode = 1;
} else {
  let beyond = 0;
  for (const [name, measure] of Object.entries(parts)) {
    if (wanted.length === 0 || wanted.includes(name)) beyond += report(name, await measure());
  }
  process.exitCode = beyond === 0 ? 0 : 1;
}
