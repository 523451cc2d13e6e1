import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readImports, withPictures } from "./import-graph.js";
import { read, root } from "./repo.js";

/** `graph`: draws the imports of the sources in docs/architecture.md, if they keep the rules. */
const page = "docs/architecture.md";
const { graph, problems } = await readImports();
if (problems.length > 0) {
  console.error(`graph: not drawn; mend these imports first:\n${problems.join("\n")}`);
  process.exitCode = 1;
} else {
  await writeFile(join(root, page), withPictures(await read(page), graph));
}
