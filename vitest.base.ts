import { defineConfig } from "vitest/config";
import { JsonReporter } from "vitest/node";
import { machine } from "./scripts/src/machine.js";

// Turbo hashes the variable, not the Node that runs here: without the right value its cache would stand in for another one.
if (process.env.TURBO_HASH !== undefined && process.env.CLOUD_CLIENTS_MACHINE !== machine) {
  throw new Error(
    `CLOUD_CLIENTS_MACHINE is ${process.env.CLOUD_CLIENTS_MACHINE ?? "not set"}, must be ${machine}; ` +
      "instead of turbo itself run: npx --yes pnpm@10 turbo run test, which sets it",
  );
}

// Turbo passes on what GitHub says of its machines and hashes none of it. A test sets what it needs of that itself: with
// GITHUB_ACTIONS, for one, commands print annotations instead of lines.
for (const name of Object.keys(process.env)) {
  if (/^(GITHUB|RUNNER)_/.test(name)) delete process.env[name];
}

/** The report is cached and shared: it names files from the workspace on, not where they are on this machine. */
class PortableReport extends JsonReporter {
  override writeReport(report: string): Promise<void> {
    const folder = JSON.stringify(`${this.ctx.config.root}/`).slice(1, -1);
    return super.writeReport(report.replaceAll(folder, ""));
  }
}

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Files share a process, and what they import is loaded once: that is a second per file. A test undoes what it changes.
    isolate: false,
    // Generous: these run beside compilers on two cores, and none of them asserts on time.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: ["default", new PortableReport({ outputFile: "reports/vitest.json" })],
  },
});
