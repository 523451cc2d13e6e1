/**
 * What the result of a test may depend on beside the files of the checkout, such as `node-22.12.0-linux-x64`. It is part
 * of the hashes of `test` (turbo.json), so that no cache of one Node version or platform stands in for another.
 */
export const machine = `node-${process.versions.node}-${process.platform}-${process.arch}`;
