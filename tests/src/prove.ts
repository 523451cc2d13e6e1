import { InputError, runAsProcess } from "@cloud-clients/spec-tools/command";
import { proveRuntimes } from "./prove/prove-runtimes.js";

await runAsProcess(async ([what, ...names], output) => {
  if (what === "runtimes") return proveRuntimes(names, output);
  throw new InputError(`prove ${what ?? ""}: what can be proven is runtimes`);
});
