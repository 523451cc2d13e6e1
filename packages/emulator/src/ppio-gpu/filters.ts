/** Whether any of the texts contains the wanted one, in any case. An empty one is contained in all. */
export function contains(wanted: string | undefined, ...texts: string[]): boolean {
  if (wanted === undefined || wanted === "") return true;
  const needle = wanted.toLowerCase();
  return texts.some((text) => text.toLowerCase().includes(needle));
}

/** Whether the value is the wanted one; no wanted one, or an empty one, fits all. */
export function equals(wanted: string | undefined, value: string): boolean {
  return wanted === undefined || wanted === "" || wanted === value;
}

/** Whether a list with commas names any of the values; no list, or an empty one, fits all. */
export function listed(wanted: string | undefined, ...values: string[]): boolean {
  if (wanted === undefined || wanted === "") return true;
  const named = wanted.split(",").map((one) => one.trim());
  return values.some((value) => named.includes(value));
}
