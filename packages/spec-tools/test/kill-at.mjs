// Preloaded: kills its own process at the change of files in the folder KILL_IN that KILL_AT counts to (from 1):
// before it is made, or in the middle of a file. A process that ends writes the names of its changes to CHANGES_TO.
import fs from "node:fs";
import promises from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";

const { KILL_IN: folder = "", KILL_AT: killAt, CHANGES_TO: changesTo } = process.env;
/** @type {string[]} */
const changes = [];
for (const name of /** @type {const} */ ([
  "mkdir",
  "writeFile",
  "chmod",
  "rename",
  "rm",
  "rmdir",
])) {
  const real = promises[name];
  Reflect.set(promises, name, (/** @type {string[]} */ ...args) => {
    const [path = "", text = ""] = args;
    if (path.startsWith(folder)) changes.push(name);
    if (changes.length === Number(killAt)) {
      if (name === "writeFile") fs.writeFileSync(path, text.slice(0, text.length / 2));
      process.kill(process.pid, "SIGKILL");
    }
    return Reflect.apply(real, promises, args);
  });
}
syncBuiltinESMExports();
process.on("exit", () => {
  if (changesTo) fs.writeFileSync(changesTo, changes.join(" "));
});
