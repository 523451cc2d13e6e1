/** Numbers that look random and are the same in every run with the same seed. */
export interface Random {
  /** A whole number from 0 up to, not including, `bound`. */
  below(bound: number): number;
  /** One of the choices. @throws RangeError when there is none. */
  pick<T>(choices: readonly T[]): T;
  /** Lower-case hexadecimal digits. */
  hex(length: number): string;
  /** Text in the form of a version 4 UUID. */
  uuid(): string;
}

/** A generator whose whole sequence follows from `seed` (mulberry32). */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const below = (bound: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * bound);
  };
  const pick = <T>(choices: readonly T[]): T => {
    const chosen = choices[below(choices.length)];
    if (chosen === undefined) throw new RangeError("pick: nothing to choose from");
    return chosen;
  };
  const hex = (length: number): string =>
    Array.from({ length }, () => below(16).toString(16)).join("");
  const uuid = (): string =>
    `${hex(8)}-${hex(4)}-4${hex(3)}-${pick(["8", "9", "a", "b"])}${hex(3)}-${hex(12)}`;
  return { below, pick, hex, uuid };
}
