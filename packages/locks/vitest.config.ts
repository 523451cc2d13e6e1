import { defineConfig, mergeConfig } from "vitest/config";
import base from "../../vitest.base.js";

// One worker per engine, whatever the machine: these tests mostly wait for leases to end.
export default mergeConfig(base, defineConfig({ test: { maxWorkers: 5 } }));
