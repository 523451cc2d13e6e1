import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";

const types: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/** Files on a socket, as a host of static files serves them. */
export interface Served {
  /** The address of the first page; ends in a slash. */
  readonly address: string;
  close(): Promise<void>;
}

/**
 * Serves files below a path, `index.html` for a folder.
 *
 * @param base - the path, such as `/name/`; elsewhere is nothing.
 * @param read - the content of a file by its path; rejects when there is none.
 */
export async function serveFiles(
  base: string,
  read: (path: string) => Promise<string | Uint8Array>,
): Promise<Served> {
  const server = createServer(async ({ url = "" }, response) => {
    const { pathname } = new URL(url, "http://localhost");
    const path = decodeURIComponent(pathname).replace(/\/$/, "/index.html");
    try {
      if (!path.startsWith(base)) throw new Error(`${path} is not below ${base}`);
      const content = await read(path.slice(base.length));
      response.setHeader("content-type", types[extname(path)] ?? "application/octet-stream");
      response.end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}${base}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** Reads the files of a folder. */
export function filesOf(folder: string): (path: string) => Promise<Uint8Array> {
  return (path) => readFile(join(folder, path));
}
