import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, posix } from "node:path";
import { InputError } from "@cloud-clients/spec-tools/command";
import { Application, type DocumentationEntryPoint, OptionDefaults, ReflectionKind } from "typedoc";
import ts from "typescript";

/** What a package.json says of what can be imported. */
interface Manifest {
  name: string;
  private?: boolean;
  exports?: Record<string, string | { types?: string }>;
  dependencies?: Record<string, string>;
}

/**
 * Writes the reference of all published packages, from their sources.
 *
 * @param out - the folder that it is written to.
 * @param base - the path of the site's first page.
 * @throws InputError when TypeDoc reports an error.
 */
export async function writePackageReference(
  root: string,
  out: string,
  base: string,
): Promise<void> {
  const entries = await publicEntries(root);
  const app = await Application.bootstrap({
    name: "cloud-clients: exports",
    favicon: join(root, "site", "assets", "icon.svg"),
    titleLink: `${base}index.html`,
    readme: "none",
    // openapi-typescript writes descriptions that way.
    blockTags: [...OptionDefaults.blockTags, "@description"],
    customJs: join(root, "site", "reference", "appearance.js"),
    customCss: join(root, "site", "reference", "style.css"),
    disableSources: true,
    disableGit: true,
    hideGenerator: true,
    logLevel: "Error",
  });
  const program = ts.createProgram([...entries.values()], {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    lib: ["lib.es2022.d.ts", "lib.dom.d.ts"],
    typeRoots: [join(createRequire(import.meta.url).resolve("@types/node/package.json"), "../..")],
    types: ["node"],
    paths: Object.fromEntries([...entries].map(([name, file]) => [name, [file]])),
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: true,
  });
  const points = [...entries].map(([displayName, file]): DocumentationEntryPoint => {
    const sourceFile = program.getSourceFile(file);
    if (sourceFile === undefined) throw new InputError(`${file}: missing`);
    return { displayName, program, sourceFile };
  });
  const project = app.converter.convert(points);
  // openapi-typescript's types of a whole API are megabytes as pages, and the API's own reference says the same.
  for (const one of project.getReflectionsByKind(ReflectionKind.Interface)) {
    if (["paths", "operations"].includes(one.name)) project.removeReflection(one);
  }
  await app.generateDocs(project, out);
  if (app.logger.hasErrors()) throw new InputError("typedoc failed; the lines above say why");
}

/**
 * What can be imported from the packages that are published: each name with its source. What one package passes on
 * of another is documented once, so those that stand on others come last.
 */
async function publicEntries(root: string): Promise<Map<string, string>> {
  const manifests: [folder: string, manifest: Manifest][] = [];
  for (const name of (await readdir(join(root, "packages"))).sort()) {
    const folder = join(root, "packages", name);
    const manifest: Manifest = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
    if (manifest.private !== true) manifests.push([folder, manifest]);
  }
  const uses = ({ dependencies = {} }: Manifest): number =>
    Object.values(dependencies).filter((range) => range.startsWith("workspace:")).length;
  manifests.sort(([, a], [, b]) => uses(a) - uses(b));
  const entries = new Map<string, string>();
  for (const [folder, manifest] of manifests) {
    for (const [path, target] of Object.entries(manifest.exports ?? {})) {
      if (typeof target === "string" || target.types === undefined) continue;
      entries.set(posix.join(manifest.name, path), join(folder, sourceOf(target.types)));
    }
  }
  return entries;
}

/** The source of an entry, as pkgroll finds it. */
function sourceOf(types: string): string {
  return types.replace(/^\.\/dist\//, "src/").replace(/\.d\.ts$/, ".ts");
}
