import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { packages } from "./every-api.js";
import type { Figure } from "./report.js";

/** What Node reads and compiles for an import of each entry, dependencies included, in kB (1000 bytes). */
export async function importSize(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const entry of packages) {
    const { metafile } = await build({
      stdin: {
        contents: `export * from ${JSON.stringify(entry)};`,
        resolveDir: fileURLToPath(new URL(".", import.meta.url)),
      },
      bundle: true,
      write: false,
      format: "esm",
      platform: "node",
      metafile: true,
      // As Node, which reads what a bundler would leave out.
      ignoreAnnotations: true,
    });
    const files = Object.entries(metafile.inputs).filter(([file]) => file !== "<stdin>");
    const measured = files.reduce((sum, [, { bytes }]) => sum + bytes, 0) / 1000;
    figures.push({
      what: `code that an import of ${entry} loads`,
      measured,
      unit: "kB",
      beside: `${files.length} files`,
    });
  }
  return figures;
}
