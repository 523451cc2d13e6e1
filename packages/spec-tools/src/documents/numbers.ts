import type { Places } from "./places.js";

/**
 * The numbers of a text whose digits are lost when JavaScript reads it, which rounds integers beyond 2^53;
 * those that come out as they were written, such as 9223372036854776000, are none.
 */
export function roundedNumbers(
  places: Places,
): { keys: readonly (string | number)[]; written: string }[] {
  return [...places.plainScalars()].filter(({ written }) => isRounded(written));
}

/** Whether reading a text as a number, and writing that out again, gives an integer of other digits. */
export function isRounded(written: string): boolean {
  return (
    /^[-+]?\d{16,310}$/.test(written) && digitsOf(written) !== digitsOf(String(Number(written)))
  );
}

/** The digits that count: 1e+21 has the same as 1000000000000000000000. */
function digitsOf(number: string): string {
  return number.replace(/e.*$/, "").replaceAll(/\D/g, "").replace(/^0+/, "").replace(/0+$/, "");
}
