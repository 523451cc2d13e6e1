import { InputError } from "../base/input-error.js";
import type { PlannedFile } from "../base/write-files.js";
import type { ImportedPage } from "./import-page.js";
import { formatProvenance, provenancePath, readProvenance } from "./provenance.js";

/**
 * The files that judged pages come to: each fragment, and one PROVENANCE.yaml an API.
 *
 * @throws InputError when two pages want the same file, or an operation is held by another file already.
 */
export async function planImport(
  root: string,
  pages: readonly ImportedPage[],
): Promise<PlannedFile[]> {
  const files: PlannedFile[] = [];
  for (const api of new Set(pages.map((page) => page.api))) {
    let entries = await readProvenance(root, api);
    const written = new Set<string>();
    for (const { entry, fragment } of pages.filter((page) => page.api === api)) {
      const { file, operation } = entry;
      if (file !== undefined && fragment !== undefined) {
        const path = `specs/${api}/upstream/${file}`;
        if (written.has(path)) throw new InputError(`${path}: two of the given pages are for it`);
        written.add(path);
        files.push({ path, text: fragment });
      }
      entries = entries.filter((old) => old.file === undefined || old.file !== file);
      const same = entries.find((old) => old.operation === operation);
      if (same?.file !== undefined) {
        throw new InputError(
          `specs/${api}/upstream/${same.file}: holds ${operation} already; ` +
            `delete it and its entry in PROVENANCE.yaml if the vendor renamed it`,
        );
      }
      entries = [...entries.filter((old) => old !== same), entry];
    }
    files.push({ path: provenancePath(api), text: formatProvenance(entries) });
  }
  return files;
}
