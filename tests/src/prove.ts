import { runAsProcess } from "@cloud-clients/spec-tools/command";
import { prove } from "./prove/proofs.js";

await runAsProcess(prove);
