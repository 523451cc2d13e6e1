import { bundlers } from "./bundlers.js";
import { managers } from "./managers.js";
import { testFrameworks } from "./test-frameworks.js";
import { cells, typesTable } from "./typescript.js";
import { nodeTypes, versions } from "./versions.js";

/** `docs/packages.md`, which says what holds when `prove packages` has found nothing wrong. */
export function packagesPage(): string {
  const withVersion = (name: keyof typeof versions): string => `${name} ${versions[name]}`;
  const types = Object.values(nodeTypes).join(" and ");
  return `<!-- Written by "npx --yes pnpm@10 prove packages". Do not edit. -->

# Packages

What users install is a tarball. \`npx --yes pnpm@10 prove packages\` packs them, proves the following, and writes this
page if all of it holds. \`test\` repeats what needs no registry: the files, types under opposite settings, and esbuild.

- A tarball has its package.json, README, CHANGELOG, LICENSE, dist, the documents of APIs that it ships (spec-tools:
  RULES.md), and no other file. publint and "are the types wrong" have nothing to say.
- The packages are installed in an empty project, imported and required, with ${managers.map(({ name }) => name).join(", ")}.
  Under Yarn PnP, \`require\` needs Node 22.

## TypeScript

A program with every entry of every package compiles with \`strict\` and \`skipLibCheck: false\`. The cells say with which
\`exactOptionalPropertyTypes\`. @types/node is ${types}. TypeScript ${versions.typescript} does not compile it.

${typesTable(new Set(cells))}

## Tests

A test file in an empty project imports or requires the packages and passes:

${testFrameworks.map(({ name, tool, runtime, note }) => `- ${name} (${withVersion(tool)})${runtime === undefined ? "" : `, in ${runtime}`}${note}`).join("\n")}

## Bundlers

Each bundles a program for browsers with every entry that runs there, and one for Node with the emulator, the locks and
OpenTelemetry, without a warning. The bundles run. A program with one call has no code for lists and edits.

${bundlers.map(({ name, tools, note }) => `- ${name} (${tools.map(withVersion).join(", ")})${note}`).join("\n")}

\`@cloud-clients/locks/file\` loads a native module, which has to stay outside of a bundle. The emulator reads the
documents of the APIs that it knows by name from its own folder: leave it outside, too, or give it the document, as
\`createEmulator({ spec: "openapi.yaml" })\`.
`;
}
