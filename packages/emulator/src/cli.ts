#!/usr/bin/env node
import { UsageError } from "./cli/read-arguments.js";
import { run } from "./cli/run.js";

try {
  const { text, listening } = await run(process.argv.slice(2));
  if (listening !== undefined) {
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.once(signal, () => void listening.close());
    }
  }
  process.stdout.write(text);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`cloud-emulator: ${error.message}\n`);
  process.exitCode = 1;
}
