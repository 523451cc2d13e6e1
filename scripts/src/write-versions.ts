import { fileURLToPath } from "node:url";
import { writeVersions } from "./lib/write-versions.js";

for (const file of await writeVersions(fileURLToPath(new URL("../../", import.meta.url)))) {
  console.log(`${file}: changed`);
}
