import { readArguments } from "./cli/read-arguments.js";
import { greet, start } from "./cli/start.js";
import { usage } from "./cli/usage.js";
import { UsageError } from "./cli/usage-error.js";

try {
  const args = readArguments(process.argv.slice(2));
  if (args === "help") {
    process.stdout.write(usage);
  } else {
    const listening = await start(args);
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.once(signal, () => void listening.close());
    }
    process.stdout.write(greet(args, listening));
  }
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`cloud-emulator: ${error.message}\n`);
  process.exitCode = 1;
}
