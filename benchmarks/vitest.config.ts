import { defineConfig, mergeConfig } from "vitest/config";
import base from "../vitest.base.js";

// Two files have the generators write the same clients. A measurement generates and compiles for a minute on a busy machine.
export default mergeConfig(
  base,
  defineConfig({ test: { fileParallelism: false, testTimeout: 300_000 } }),
);
