import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { type BuildOptions, build } from "esbuild";

const resolveDir = fileURLToPath(new URL(".", import.meta.url));

/** Size of a program, bundled, minified and gzipped, in kB (1000 bytes). For browsers and Node alike unless told. */
export async function sizeOf(
  contents: string,
  options: BuildOptions = { platform: "neutral", mainFields: ["module", "main"] },
): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2022",
    ...options,
  });
  return gzipSync(outputFiles?.[0]?.contents ?? "", { level: 9 }).length / 1000;
}

/** Bundles a program into a file that Node runs. */
export async function bundle(outfile: string, contents: string): Promise<void> {
  await build({
    stdin: { contents, resolveDir },
    bundle: true,
    outfile,
    format: "esm",
    target: "node20",
    platform: "node",
  });
}
