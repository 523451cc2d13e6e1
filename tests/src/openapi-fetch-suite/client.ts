import { createClient as createCloudClient } from "@cloud-clients/runtime/kit";
import { type ClientOptions, wrapAsPathBasedClient } from "openapi-fetch";

export * from "openapi-fetch";

/**
 * A client of ours, made as openapi-fetch's tests make theirs: at an address without credentials, with no
 * `User-Agent`, and without waits before retries.
 */
export default function createClient({ baseUrl, headers, ...options }: ClientOptions = {}) {
  return createCloudClient<object>(
    { servers: [] },
    {
      ...options,
      baseUrl: baseUrl ?? "https://api.example",
      userAgent: "none",
      headers: { "user-agent": null, ...headers } as NonNullable<ClientOptions["headers"]>,
      authorize: () => ({}),
      retry: { baseMs: 1, maxMs: 1 },
    },
  );
}

export function createPathBasedClient(options?: ClientOptions) {
  return wrapAsPathBasedClient(createClient(options));
}
