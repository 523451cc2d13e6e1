import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { basename } from "node:path";
import { run } from "../run.js";

/** A registry of this computer. */
export interface Registry {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves tarballs as npm's registry does, so that packages that nobody has published can be installed by their names.
 *
 * @param tarballs - files by package name.
 */
export async function openRegistry(tarballs: ReadonlyMap<string, string>): Promise<Registry> {
  const files = new Map<string, Buffer>();
  const manifests = new Map<string, { version: string }>();
  for (const [name, file] of tarballs) {
    const { stdout } = await run("tar", ["-xzOf", file, "package/package.json"], "/");
    manifests.set(name, JSON.parse(stdout));
    files.set(basename(file), await readFile(file));
  }
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? "").slice(1);
    const file = files.get(path);
    const manifest = manifests.get(path);
    if (file !== undefined) {
      response.end(file);
    } else if (manifest !== undefined) {
      const name = basename(tarballs.get(path) ?? "");
      const integrity = `sha512-${createHash("sha512")
        .update(files.get(name) ?? "")
        .digest("base64")}`;
      const dist = { tarball: `http://${request.headers.host}/${name}`, integrity };
      const { version } = manifest;
      const versions = { [version]: { ...manifest, dist } };
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify({ name: path, "dist-tags": { latest: version }, versions }));
    } else {
      response.statusCode = 404;
      response.end("{}");
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
