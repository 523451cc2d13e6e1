import { type ChildProcess, spawn } from "node:child_process";
import { accessSync, constants, readdirSync } from "node:fs";
import { chown, mkdtemp, rm } from "node:fs/promises";
import { createConnection, createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** A server on 127.0.0.1, with its data in a temporary folder. */
export interface LockServer {
  readonly port: number;
  /** Kills the server at once, as a crash would, and starts it again on the same port with the same data. */
  restart(): Promise<void>;
  /** Stops the server and removes its data. */
  stop(): Promise<void>;
}

/** Whom a program runs as; without it, as this process. */
export interface User {
  readonly uid: number;
  readonly gid: number;
}

export interface Program {
  readonly name: string;
  /** The command line of the server, given its port and its data folder. */
  readonly command: (port: number, folder: string) => Promise<readonly [string, ...string[]]>;
  /** What must be done in the folder before the first start. */
  readonly prepare?: (folder: string) => Promise<void>;
  /** Whether the server, which accepts connections, also responds. */
  readonly responds: (port: number) => Promise<boolean>;
  readonly user?: User | undefined;
}

/**
 * Starts a server on a port that the system chooses.
 *
 * @throws Error with the server's last words if it does not start on any of three ports.
 */
export async function startServer(program: Program): Promise<LockServer> {
  const folder = await mkdtemp(join(tmpdir(), `lock-${program.name}-`));
  try {
    if (program.user) await chown(folder, program.user.uid, program.user.gid);
    await program.prepare?.(folder);
    return await onSomePort(program, folder);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

async function onSomePort(program: Program, folder: string): Promise<LockServer> {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    try {
      let running = await run(program, port, folder);
      return {
        port,
        restart: async () => {
          await end(running);
          running = await run(program, port, folder);
        },
        stop: async () => {
          await end(running);
          await rm(folder, { recursive: true, force: true, maxRetries: 5 });
        },
      };
    } catch (error) {
      // Somebody else may have taken the port.
      if (attempt === 3) throw error;
    }
  }
}

async function run(program: Program, port: number, folder: string): Promise<ChildProcess> {
  const [file, ...args] = await program.command(port, folder);
  const child = spawn(file, args, {
    ...program.user,
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const kill = (): void => {
    child.kill("SIGKILL");
  };
  process.once("exit", kill);
  child.once("exit", () => process.off("exit", kill));
  let words = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (text) => {
      words = `${words}${text}`.slice(-2_000);
    });
  }
  let failure: Error | undefined;
  child.on("error", (error) => {
    failure = error;
  });
  for (let looks = 0; looks < 600; looks++) {
    if (failure) throw failure;
    if (hasEnded(child)) throw new Error(`${program.name} ended at its start: ${words}`);
    if ((await accepts(port)) && (await program.responds(port))) return child;
    await sleep(50);
  }
  await end(child);
  throw new Error(`${program.name} did not respond within 30 s: ${words}`);
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

/** Kills a server by its own id, and waits until it is gone. */
async function end(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await gone;
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(port, "127.0.0.1");
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}

/** A port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => {
        if (typeof address === "object" && address) resolve(address.port);
        else reject(new Error("the system gave no port"));
      });
    });
  });
}

/** Where a program is installed; `undefined` if it is not. */
export function findProgram(name: string, folders: readonly string[] = []): string | undefined {
  const paths = [...(process.env.PATH ?? "").split(delimiter), ...folders];
  return paths.map((folder) => join(folder, name)).find(isExecutable);
}

/** The folders below a folder, newest version first; none if there is no such folder. */
export function versionsIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .sort((a, b) => Number(b) - Number(a))
      .map((version) => join(folder, version, "bin"));
  } catch {
    return [];
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
