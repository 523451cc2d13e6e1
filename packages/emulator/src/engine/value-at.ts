import { isObject } from "@cloud-clients/openapi-model";

/**
 * A copy of `value` with something else at `keys`; objects are made on the way where there are none.
 * `undefined` takes away what stands there.
 */
export function withValueAt(value: unknown, keys: readonly string[], item: unknown): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) return item;
  const around = isObject(value) ? value : {};
  const inner = Object.hasOwn(around, key) ? around[key] : undefined;
  const changed = withValueAt(inner, rest, item);
  if (changed !== undefined) return { ...around, [key]: changed };
  const { [key]: _gone, ...others } = around;
  return others;
}

/** JSON text that is the same for values that differ in the order of their members only. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    isObject(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : typeof each === "bigint"
        ? `${each}n`
        : each,
  );
}
