import { defineConfig, mergeConfig } from "vitest/config";
import base from "../vitest.base.js";

// Two files have the generators write the same clients.
export default mergeConfig(base, defineConfig({ test: { fileParallelism: false } }));
