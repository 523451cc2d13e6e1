import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { ProblemError } from "./refusal.js";

/** Rank of an item in its list: the parts are compared in order, smaller first. */
export type Rank = readonly (number | string)[];

/** Turns the place in a list into an opaque token and back. */
export interface CursorCodec {
  encode(list: string, filters: Readonly<Record<string, unknown>>, after: Rank): string;
  /** @throws ProblemError `unknown-cursor` for a token changed, cut, or of another list or filter */
  decode(list: string, filters: Readonly<Record<string, unknown>>, cursor: string): Rank;
}

const sealBytes = 12;

/** A codec whose tokens carry a seal made with `secret`. */
export function createCursorCodec(secret: string): CursorCodec {
  const seal = (scope: string, payload: Buffer): Buffer =>
    createHmac("sha256", secret).update(scope).update(payload).digest().subarray(0, sealBytes);
  return {
    encode: (list, filters, after) => {
      const payload = Buffer.from(JSON.stringify(after));
      return Buffer.concat([seal(scopeOf(list, filters), payload), payload]).toString("base64url");
    },
    decode: (list, filters, cursor) => {
      const bytes = Buffer.from(cursor, "base64url");
      const payload = bytes.subarray(sealBytes);
      const found = bytes.subarray(0, sealBytes);
      const genuine =
        found.length === sealBytes &&
        // Node skips characters that are not base64url, so a changed token could decode the same.
        bytes.toString("base64url") === cursor &&
        timingSafeEqual(found, seal(scopeOf(list, filters), payload));
      if (!genuine) throw new ProblemError({ kind: "unknown-cursor" });
      return JSON.parse(payload.toString()) as Rank;
    },
  };
}

function scopeOf(list: string, filters: Readonly<Record<string, unknown>>): string {
  const used = Object.entries(filters)
    .filter(([, value]) => value !== undefined && value !== "")
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash("sha256")
    .update(JSON.stringify([list, used]))
    .digest("hex");
}
