/** A fingerprint of JSON data, as a whole number below 2^53: tells values apart, keeps no secret. */
export function hash(value: unknown): number {
  const text = JSON.stringify(value);
  let high = 0;
  let low = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    high = Math.imul(high ^ code, 0x9e3779b1);
    low = Math.imul(low ^ code, 0x5f356495);
  }
  return (high >>> 0) * 2 ** 21 + (low >>> 11);
}
