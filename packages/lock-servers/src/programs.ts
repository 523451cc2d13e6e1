import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import {
  findProgram,
  freePort,
  type LockServer,
  startServer,
  type User,
  versionsIn,
} from "./server.js";

/** Starts PostgreSQL with a user `postgres` who needs no password; `undefined` if it is not installed. */
export async function startPostgres(): Promise<LockServer | undefined> {
  const folders = versionsIn("/usr/lib/postgresql");
  const server = findProgram("postgres", folders);
  const initdb = findProgram("initdb", folders);
  const ready = findProgram("pg_isready", folders);
  // PostgreSQL refuses to run as root.
  const user = process.getuid?.() === 0 ? readUser("postgres") : undefined;
  if (!server || !initdb || !ready || (process.getuid?.() === 0 && !user)) return undefined;
  const run = promisify(execFile);
  return startServer({
    name: "postgres",
    user,
    prepare: async (folder) => {
      const data = join(folder, "data");
      const args = ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "-N"];
      await run(initdb, args, { ...user, cwd: folder });
    },
    command: async (port, folder) => {
      const settings = ["fsync=off", "listen_addresses=127.0.0.1", "unix_socket_directories="];
      const options = settings.flatMap((setting) => ["-c", setting]);
      return [server, "-D", join(folder, "data"), "-p", String(port), ...options];
    },
    responds: (port) =>
      run(ready, ["-q", "-h", "127.0.0.1", "-p", String(port)]).then(
        () => true,
        () => false,
      ),
  });
}

/** Starts Redis or Valkey, which forgets everything when it restarts; `undefined` if neither is installed. */
export async function startRedis(): Promise<LockServer | undefined> {
  const server = findProgram("redis-server") ?? findProgram("valkey-server");
  if (!server) return undefined;
  return startServer({
    name: "redis",
    command: async (port) => [
      server,
      ...["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"],
    ],
    responds: async () => true,
  });
}

/** Starts etcd, one member; `undefined` if it is not installed. */
export async function startEtcd(): Promise<LockServer | undefined> {
  const server = findProgram("etcd");
  if (!server) return undefined;
  const responds = (port: number): Promise<boolean> =>
    fetch(`http://127.0.0.1:${port}/health`).then(
      async (response) => (await response.text()).includes("true"),
      () => false,
    );
  return startServer({
    name: "etcd",
    command: async (port, folder) => {
      const own = `http://127.0.0.1:${port}`;
      const peer = `http://127.0.0.1:${await freePort()}`;
      return [
        server,
        ...["--data-dir", join(folder, "data")],
        ...["--listen-client-urls", own, "--advertise-client-urls", own],
        ...["--listen-peer-urls", peer, "--initial-advertise-peer-urls", peer],
        ...["--initial-cluster", `default=${peer}`],
      ];
    },
    responds,
  });
}

/** A user of this machine; `undefined` if there is none of that name. */
function readUser(name: string): User | undefined {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((one) => one.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(":") ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}
