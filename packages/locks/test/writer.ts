import { once } from "node:events";
import { isCloudClientError } from "@cloud-clients/runtime";
import { editEntries } from "@cloud-clients/runtime/kit";
import { namesAt } from "./list-service.js";
import { type Kind, openLock, type Place } from "./open-lock.js";

/** What a writer's process is to do. */
export interface Order {
  readonly kind: Kind;
  readonly at: Place;
  readonly leaseMs?: number;
  /** @default 1000 */
  readonly attemptTimeoutMs?: number;
  /** Address of the list service. */
  readonly url: string;
  /** Added to the list, each by an edit of its own. */
  readonly names: readonly string[];
  /** Says "inside" before the first edit writes, and waits for a message. */
  readonly stops?: boolean;
  /** What the clock of this process is off by. */
  readonly clockMs?: number;
}

/** How the edits of a writer ended: "done", or the kind of the error. */
export type Ends = readonly string[];

const [, , text = "{}"] = process.argv;
const order: Order = JSON.parse(text);
const { now } = Date;
Date.now = () => now() + (order.clockMs ?? 0);

const { leaseMs, attemptTimeoutMs = 1_000 } = order;
const { lock, close } = await openLock(
  order.kind,
  order.at,
  leaseMs === undefined ? {} : { leaseMs },
);
const target = namesAt(order.url, { lock, attemptTimeoutMs });

const toGoOn = order.stops ? once(process, "message") : undefined;

async function add(name: string): Promise<string> {
  const withName = (names: readonly { name: string }[]) => [...names, { name }];
  try {
    await editEntries<{ name: string }>(target, (names) => {
      if (!toGoOn) return withName(names);
      process.send?.("inside");
      return toGoOn.then(() => withName(names));
    });
    return "done";
  } catch (error) {
    return isCloudClientError(error) ? error.kind : String(error);
  }
}

const ends: Ends = await Promise.all(order.names.map(add));
process.send?.(ends);
await close();
process.disconnect?.();
