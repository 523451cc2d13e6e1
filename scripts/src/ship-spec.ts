import { runAsProcess } from "./lib/command.js";
import { shipSpec } from "./lib/ship-spec.js";

await runAsProcess(shipSpec);
