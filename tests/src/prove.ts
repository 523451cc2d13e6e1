import { InputError, runAsProcess } from "@cloud-clients/spec-tools/command";
import { provePackages } from "./prove/prove-packages.js";

await runAsProcess(async ([what = "nothing", ...names], output) => {
  if (what === "packages") return provePackages(names, output);
  throw new InputError("x");
});
