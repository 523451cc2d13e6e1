import { InputError, runAsProcess } from "@cloud-clients/spec-tools/command";
import { provePackages } from "./prove/prove-packages.js";
import { proveProperties } from "./prove/prove-properties.js";
import { proveRuntimes } from "./prove/prove-runtimes.js";
import { proveSite } from "./prove/prove-site.js";

await runAsProcess(async ([what = "nothing", ...names], output) => {
  if (what === "runtimes") return proveRuntimes(names, output);
  if (what === "properties" && names.length === 0) return proveProperties();
  if (what === "packages" && names.length === 0) return provePackages(output);
  if (what === "site" && names.length === 0) return proveSite(output);
  throw new InputError(
    `prove ${[what, ...names].join(" ")}: there are "prove packages", "prove properties", "prove runtimes [NAME…]" and "prove site"`,
  );
});
