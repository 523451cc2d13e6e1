import { createServer } from "node:http";
import {
  type ClientSettings,
  createClient,
  type EditOptions,
  type EditTarget,
} from "@cloud-clients/runtime/kit";

const rule = {
  operation: "replaceThingNames",
  path: "/things/{id}/names",
  read: "/things/{id}",
  id: "id",
  list: "names",
  identity: ["name"],
  ordered: false,
  fields: { name: { title: "a name", type: "string", required: true } },
} as const;

interface Name {
  readonly name: string;
}

/** A service on 127.0.0.1 with one list of names, which each PUT replaces. */
export async function startListService() {
  const requests: string[] = [];
  let names: Name[] = [];
  const server = createServer(async (request, response) => {
    requests.push(request.method ?? "");
    if (request.method === "PUT") {
      let body = "";
      for await (const chunk of request) body += chunk;
      names = JSON.parse(body).names;
    }
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ id: "t1", names }));
  });
  // A request on a connection that the server closes at that moment would be sent again, and counted.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    names: () => names.map(({ name }) => name).sort(),
    writes: () => requests.filter((method) => method === "PUT").length,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export type ListService = Awaited<ReturnType<typeof startListService>>;

/** What edits the names of that service. */
export function namesAt(
  url: string,
  options: EditOptions,
  fetch?: ClientSettings["fetch"],
): EditTarget {
  const client = createClient(
    { servers: [url], idempotent: { PUT: { [rule.path]: false } } },
    { baseUrl: url, userAgent: "names/1", authorize: () => ({}), ...(fetch && { fetch }) },
  );
  return { client, rule, id: "t1", options };
}
