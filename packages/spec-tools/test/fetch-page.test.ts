import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Command } from "../src/base/command.js";
import { importDocs } from "../src/commands/import-docs.js";
import { type Fetch, fetchPage } from "../src/import/load-page.js";
import { tinyRepo } from "./tiny-repo.js";
import { fragment, vendorPage } from "./vendor-page.js";

const docs = "https://docs.tiny.test";

/** A fetch that reaches a loopback server under the name of the vendor's site. */
async function site(respond: RequestListener): Promise<Fetch> {
  const server = createServer(respond);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return (address, init) => fetch(address.replace(docs, `http://127.0.0.1:${port}`), init);
}

describe("a page from an address", () => {
  it("is imported with that address", async () => {
    const repo = await tinyRepo();
    const get = await site((_, response) => response.end(vendorPage()));
    const command: Command = (args, output) => importDocs(args, output, get);
    expect((await repo.run(command, `${docs}/get-part.md`)).err).toEqual([]);
    expect(await repo.read("specs/tiny/upstream/get-part.yaml")).toBe(fragment);
    const provenance = await repo.read("specs/tiny/upstream/PROVENANCE.yaml");
    expect(provenance).toContain(`address: ${docs}/get-part.md\n`);
    expect(provenance).toContain(`seen: ${new Date().toISOString().slice(0, 10)}\n`);
  });

  it("may be redirected inside its origin", async () => {
    const get = await site((request, response) => {
      if (request.url === "/new.md") response.end("found");
      else response.writeHead(302, { location: "/new.md" }).end();
    });
    expect(await fetchPage(`${docs}/old.md`, get)).toBe("found");
  });

  it("is refused when it redirects to another origin, or without end", async () => {
    const away = await site((_, response) => {
      response.writeHead(301, { location: "https://login.test/?next=x" }).end();
    });
    await expect(fetchPage(`${docs}/x.md`, away)).rejects.toThrow(
      `${docs}/x.md: redirects to another origin, https://login.test; if that is intended, pass that address`,
    );
    const loop = await site((_, response) => response.writeHead(302, { location: "/x.md" }).end());
    await expect(fetchPage(`${docs}/x.md`, loop)).rejects.toThrow("more than 5 redirects");
  });

  it.each([
    [404, {}, "gone", "responded with 404 instead of 200"],
    [204, {}, "", "responded with 204 instead of 200"],
    [
      200,
      { "content-type": "text/html; charset=utf-8" },
      "<html>",
      "responded with text/html; charset=utf-8; pass the address of the page's Markdown (often the same with .md)",
    ],
    [
      200,
      {},
      Buffer.from([0xff, 0xfe]),
      "cannot be read: The encoded data was not valid for encoding utf-8",
    ],
    [200, {}, Buffer.alloc(20 * 1024 * 1024 + 1), "larger than 20971520 bytes"],
  ])("is refused with status %s and headers %o", async (status, headers, body, reason) => {
    const get = await site((_, response) => response.writeHead(status, headers).end(body));
    await expect(fetchPage(`${docs}/x.md`, get)).rejects.toThrow(`${docs}/x.md: ${reason}`);
  });

  it("is refused when its site cannot be reached, or breaks off", async () => {
    const refused: Fetch = () => fetch("http://127.0.0.1:1/");
    await expect(fetchPage(`${docs}/x.md`, refused)).rejects.toThrow(
      `${docs}/x.md: cannot be reached: `,
    );
    const broken = await site((_, response) => {
      response.writeHead(200, { "content-length": "100" });
      response.write("half", () => response.destroy());
    });
    await expect(fetchPage(`${docs}/x.md`, broken)).rejects.toThrow(
      `${docs}/x.md: cannot be read: `,
    );
  });
});

describe("import-docs keeps no page when one of them", () => {
  const good = vendorPage(fragment, "yaml good.json GET /parts/{id}");
  const unreachable = `${docs}/bad.md: cannot be reached: other side closed`;
  const whole = `${docs}/bad.md: cannot be read: other side closed`;

  it.each<[string, RequestListener, string]>([
    ["gets no response", (request) => request.socket.destroy(), unreachable],
    [
      "is cut off",
      (request, response) => {
        response.writeHead(200, { "content-length": "1000" });
        response.write("# Title\n", () => request.socket.destroy());
      },
      whole,
    ],
    [
      "has an operation that another one has",
      (_, response) => response.end(good.replace("good.json", "other.json")),
      `${docs}/bad.md: GET /parts/{id} is also in ${docs}/good.md; import one of them`,
    ],
    [
      "has become a login page",
      (_, response) => response.end("<!doctype html><html><body>Log in</body></html>"),
      `${docs}/bad.md:1: the page has no OpenAPI fence; expected one fence like \`\`\`yaml FILE METHOD PATH, or --note "METHOD PATH" for a page that has none`,
    ],
    [
      "has lost its operation",
      (_, response) => response.end(good.replace(fragment, "openapi: 3.0.0\npaths: {}\n")),
      `${docs}/bad.md:14: the fence names GET /parts/{id}, but the fragment holds no operation`,
    ],
  ])("%s", async (_, respond, line) => {
    const repo = await tinyRepo();
    const before = await repo.files();
    const get = await site((request, response) => {
      if (request.url === "/good.md") response.end(good);
      else respond(request, response);
    });
    const command: Command = (args, output) => importDocs(args, output, get);
    const said = await repo.run(command, `${docs}/good.md`, `${docs}/bad.md`, "--api", "tiny");
    expect(said).toEqual({ code: 1, out: [], err: [line] });
    expect(await repo.files()).toEqual(before);
    // The good one alone is one to keep.
    expect((await repo.run(command, `${docs}/good.md`, "--api", "tiny")).code).toBe(0);
  });
});
