import { fork } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { generateClient } from "./generators.js";
import type { Peer, Target } from "./peer.js";

/** The calls of a client that is set up. */
export interface Calls {
  readonly get: () => Promise<unknown>;
  readonly put: () => Promise<unknown>;
  readonly walk: () => AsyncIterable<unknown>;
}

/** A client that is measured. */
export interface Client {
  /** Its module, which is a `Peer`. */
  readonly file: string;
  /** What users install for it, and whether only to generate; none for what is written by hand. */
  readonly installs?: string;
  readonly generates?: boolean;
  readonly about: string;
  /** @throws Error when its code cannot be generated. */
  readonly prepare: () => Promise<void>;
  readonly connect: (target: Target) => Promise<Calls>;
}

function client<C>(
  name: string,
  load: () => Promise<Peer<C>>,
  about: Pick<Client, "about" | "installs" | "generates">,
  prepare?: () => Promise<void>,
): Client {
  let prepared: Promise<void> | undefined;
  return {
    ...about,
    file: fileURLToPath(new URL(`${name}.ts`, import.meta.url)),
    prepare: () => {
      prepared ??= prepare?.() ?? Promise.resolve();
      return prepared;
    },
    async connect(target) {
      const peer = await load();
      const connected = peer.connect(target);
      return {
        get: () => peer.get(connected),
        put: () => peer.put(connected),
        walk: () => peer.walk(connected),
      };
    },
  };
}

/** The name of ours in comparisons. */
export const ours = "ours";

const lastOnNode20 = "the last version that runs on Node 20";

/** The clients by the names that comparisons give them. */
export const clients: Readonly<Record<string, Client>> = {
  [ours]: client("ours", () => import("./ours.js"), {
    installs: "@cloud-clients/ppio-gpu",
    about: "a list is `listInstances(client)`",
  }),
  "hand-written fetch": client("by-hand", () => import("./by-hand.js"), {
    about: "no types, retries or time limits; a list is a loop",
  }),
  "openapi-fetch": client("openapi-fetch", () => import("./openapi-fetch.js"), {
    installs: "openapi-fetch",
    about: "types by openapi-typescript; a list is a loop",
  }),
  Redocly: client(
    "redocly",
    () => import("./redocly.js"),
    {
      installs: "@redocly/cli",
      generates: true,
      about: "one file by `redocly generate-client`; a list is its own iterator",
    },
    () => generateClient("Redocly"),
  ),
  "hey-api": client(
    "hey-api",
    () => import("./hey-api.js"),
    {
      installs: "@hey-api/openapi-ts",
      generates: true,
      about: `files by \`openapi-ts\` with its fetch client; a list is a loop; ${lastOnNode20}`,
    },
    () => generateClient("hey-api"),
  ),
  openai: client("openai", () => import("./openai.js"), {
    installs: "openai",
    about: `calls by path, without types; a list is its \`CursorPage\`; ${lastOnNode20}`,
  }),
};

/**
 * Does something with every client, in turn. A client with which it cannot be done is left out, and its reason kept.
 *
 * @throws Error when it cannot be done with ours.
 */
export async function withEach<Result>(
  work: (client: Client, name: string) => Promise<Result>,
): Promise<{ results: Record<string, Result>; absent: Record<string, string> }> {
  const results: Record<string, Result> = {};
  const absent: Record<string, string> = {};
  for (const [name, client] of Object.entries(clients)) {
    try {
      await client.prepare();
      results[name] = await work(client, name);
    } catch (error) {
      if (name === ours) throw error;
      absent[name] = reasonOf(error);
    }
  }
  return { results, absent };
}

const checkout = fileURLToPath(new URL("../../../", import.meta.url));

/** Why a client is absent: the first line of what went wrong, without the place of this checkout. */
export function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return `could not be run: ${text.replaceAll(checkout, "").split("\n")[0]}`;
}

/** The version of a package that is installed here. */
export async function versionOf(name: string): Promise<string> {
  const manifest = new URL(`../../node_modules/${name}/package.json`, import.meta.url);
  return (JSON.parse(await readFile(manifest, "utf8")) as { version: string }).version;
}

/** Starts a server in a process of its own, with lists of so many pages. */
export async function startServer(pages: number): Promise<{ baseUrl: string; close: () => void }> {
  const server = fork(new URL("server.ts", import.meta.url), [String(pages)]);
  const [port] = await once(server, "message");
  return { baseUrl: `http://127.0.0.1:${port}`, close: () => server.disconnect() };
}
