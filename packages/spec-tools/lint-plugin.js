// Redocly imports its plugins as Node does, which knows no TypeScript yet.
import { tsImport } from "tsx/esm/api";

/** @type {typeof import("./src/lint/plugin.js")} */
const { default: plugin } = await tsImport("./src/lint/plugin.ts", import.meta.url);

export default plugin;
