import { mergeConfig } from "vitest/config";
import base from "../vitest.base.js";

// Some examples are tests themselves.
export default mergeConfig(base, { test: { include: ["src/**/*.test.ts"] } });
