/** Name and version of this package, as sent in `User-Agent`; a test checks it. */
export const userAgent = "@cloud-clients/ppio-gpu/0.1.0";
