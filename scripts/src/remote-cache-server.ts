import { type ChildProcess, spawn } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { checkout } from "./run-tool.js";

/** Where the server keeps artifacts: in a folder, or in a bucket of a stand-in for S3. */
export type Storage = "local" | "s3";

/** What a server is started with. */
export interface ServerSetting {
  storage: Storage;
  /** An empty folder for what is stored. */
  folder: string;
  /** What clients prove themselves by. */
  token: string;
  /** Whether it keeps the signatures of artifacts and gives them back. */
  signatures: boolean;
}

/** A remote cache on loopback. */
export interface CacheServer {
  url: string;
  close(): Promise<void>;
}

/** The folder of the servers, which has an install of its own. */
export const serversFolder = join(checkout, "scripts", "remote-cache");

const bucket = "artifacts";

/** Starts turborepo-remote-cache on a port that the system chooses. */
export async function startCacheServer(setting: ServerSetting): Promise<CacheServer> {
  const { storage, folder, token, signatures } = setting;
  await mkdir(folder, { recursive: true });
  const s3 =
    storage === "s3" ? await start(join(serversFolder, "s3.js"), [folder, bucket], {}) : undefined;
  const where = s3
    ? {
        STORAGE_PROVIDER: "s3",
        STORAGE_PATH: bucket,
        S3_ENDPOINT: s3.url,
        S3_REGION: "us-east-1",
        // The stand-in's fixed pair.
        S3_ACCESS_KEY: "S3RVER",
        S3_SECRET_KEY: "S3RVER",
      }
    : {
        STORAGE_PROVIDER: "local",
        STORAGE_PATH: folder,
        STORAGE_PATH_USE_TMP_FOLDER: "false",
      };
  const program = join(serversFolder, "node_modules/turborepo-remote-cache/dist/cli.js");
  const server = await start(program, [], {
    ...where,
    HOST: "127.0.0.1",
    PORT: "0",
    TURBO_TOKEN: token,
    // It looks only whether there is one; the key that clients sign with is not its business.
    ...(signatures ? { TURBO_REMOTE_CACHE_SIGNATURE_KEY: "keep signatures" } : {}),
  }).catch(async (error) => {
    await s3?.close();
    throw error;
  });
  return {
    url: server.url,
    async close() {
      await server.close();
      await s3?.close();
    },
  };
}

/** Starts a program that prints `listening at http://…`. */
async function start(
  file: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<CacheServer> {
  const { PATH = "" } = process.env;
  const child = spawn(process.execPath, [file, ...args], { env: { PATH, ...env } });
  const close = () => end(child);
  let said = "";
  const url = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        said += text;
        const [, found] = /listening at (http:\/\/127\.0\.0\.1:\d+)/.exec(said) ?? [];
        if (found !== undefined) resolve(found);
      });
    }
    child.once("error", reject);
    child.once("close", () => reject(new Error(`${file} ended before it listened: ${said}`)));
  });
  return { url, close };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = new Promise((resolve) => child.once("close", resolve));
  child.kill();
  await closed;
}
