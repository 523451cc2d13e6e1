import { randomUUID } from "node:crypto";
import { type Lock, sleep, UsageError } from "@cloud-clients/runtime/kit";
import { type Engine, type LeaseOptions, lockOn, readLease, refuseUnseen } from "./engine.js";

/** What the lock uses of a client of `redis`. */
export interface NodeRedisClient {
  readonly isOpen: boolean;
  eval(script: string, options: { keys: string[]; arguments: string[] }): Promise<unknown>;
}

/** What the lock uses of a client of `ioredis`. */
export interface IoRedisClient {
  readonly status: string;
  eval(script: string, numberOfKeys: number, ...keysAndArguments: string[]): Promise<unknown>;
}

/**
 * A lock in Redis (5 or later) or Valkey: a key with a lease, and a queue of those who wait. First come, first
 * served. The waiting poll: the first every 2 to 50 ms, those behind it less often. Needs `EVAL` on keys that begin
 * with `cloud-clients:lock:`.
 *
 * Redis can forget a lock: after a restart without `appendfsync always`, when a replica takes over, or when its clock
 * jumps forward. The edit finds out before it writes, but not if it happens between that check and the end of the
 * PUT.
 *
 * @param client - a connected client of `redis` (4 to 6) or `ioredis` (5 or 6), or one that connects when it is first
 * used.
 * @throws UsageError when an argument is not allowed; the edit: when the client is closed, before any request.
 */
export function redisLock(
  client: NodeRedisClient | IoRedisClient,
  options: LeaseOptions = {},
): Lock {
  checkClient(client);
  const { leaseMs } = readLease("redisLock", options);
  const engine: Engine = {
    name: "redisLock",
    leaseMs,
    async acquire(key, signal) {
      checkOpen(client);
      const token = randomUUID();
      // One slot of a cluster has them all.
      const keys = ["", ":queue", ":seen"].map((end) => `cloud-clients:lock:{${key}}${end}`);
      const run = async (script: string, ...more: number[]): Promise<number> =>
        Number(await evaluate(client, script, keys, [token, ...more.map(String)]));
      const leave = async (): Promise<void> => {
        await run(leaving);
      };
      try {
        await queue(() => run(asking, leaseMs, patienceMs), signal);
      } catch (error) {
        leave().catch(() => {});
        throw error;
      }
      return {
        renew: async () => {
          if ((await run(renewing, leaseMs)) !== 1) {
            throw new Error("Redis no longer has the lock: its lease has ended, or it was removed");
          }
        },
        release: leave,
      };
    },
  };
  return lockOn(engine, options);
}

/** The place of the one who has the lock. */
const holder = -1;
/** Whoever has not asked for so long is taken for gone. */
const patienceMs = 5_000;
const leastPauseMs = { first: 2, behind: 5 };
const longestPauseMs = { first: 50, behind: 500 };

/** Asks until the lock is ours: the more rarely, the longer nothing moves and the more are ahead. */
async function queue(ask: () => Promise<number>, signal: AbortSignal): Promise<void> {
  let ahead = Number.POSITIVE_INFINITY;
  let movedAt = 0;
  for (;;) {
    const place = await ask();
    if (place === holder) return;
    if (place !== ahead) movedAt = performance.now();
    ahead = place;
    const still = (performance.now() - movedAt) / 10;
    const pauseMs = ahead === 0 ? still : Math.max(still, leastPauseMs.behind) * ahead;
    const longest = ahead === 0 ? longestPauseMs.first : longestPauseMs.behind;
    const least = Math.max(pauseMs, leastPauseMs.first);
    await sleep(Math.min(least, longest), "waiting for the lock", signal);
  }
}

const own = "redis.call('GET', KEYS[1]) == ARGV[1]";
const leaveQueue = "redis.call('ZREM', KEYS[2], ARGV[1]) redis.call('ZREM', KEYS[3], ARGV[1])";

/** Takes the lock if it is free and nobody waits who came before; otherwise says how many are ahead. */
const asking = `
local time = redis.call('TIME')
local now = string.format('%.0f', time[1] * 1000 + math.floor(time[2] / 1000))
local oldest = string.format('%.0f', now - ARGV[3])
for _, gone in ipairs(redis.call('ZRANGEBYSCORE', KEYS[3], '-inf', oldest)) do
  redis.call('ZREM', KEYS[2], gone)
  redis.call('ZREM', KEYS[3], gone)
end
local came = string.format('%.0f', time[1] * 1000000 + time[2])
redis.call('ZADD', KEYS[2], 'NX', came, ARGV[1])
redis.call('ZADD', KEYS[3], now, ARGV[1])
local ahead = redis.call('ZRANK', KEYS[2], ARGV[1])
if ${own} or (ahead == 0 and redis.call('SET', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2])) then
  ${leaveQueue}
  return ${holder}
end
redis.call('PEXPIRE', KEYS[2], 10 * ARGV[3])
redis.call('PEXPIRE', KEYS[3], 10 * ARGV[3])
return ahead`;

/** Renews the lease, if the lock is still ours. */
const renewing = `
if ${own} then return redis.call('PEXPIRE', KEYS[1], ARGV[2]) end
return 0`;

/** Frees the lock, if it is still ours, and stops waiting. */
const leaving = `
if ${own} then redis.call('DEL', KEYS[1]) end
${leaveQueue}
return 0`;

function evaluate(
  client: NodeRedisClient | IoRedisClient,
  script: string,
  keys: string[],
  args: string[],
): Promise<unknown> {
  if ("status" in client) return client.eval(script, keys.length, ...keys, ...args);
  return client.eval(script, { keys, arguments: args });
}

function checkClient(client: unknown): void {
  const given = Object(client);
  const known = typeof given.status === "string" || typeof given.isOpen === "boolean";
  if (known && typeof given.eval === "function") return;
  refuseUnseen("the client of redisLock", "one of redis or ioredis", client);
}

function checkOpen(client: NodeRedisClient | IoRedisClient): void {
  const open = "status" in client ? client.status !== "end" : client.isOpen;
  if (!open) throw new UsageError("the client of redisLock must be connected, but it is closed");
}
