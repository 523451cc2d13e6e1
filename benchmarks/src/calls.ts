import { type Candidates, compare } from "./compare.js";
import { type Comparison, type Measured, ratioFigures } from "./comparison.js";
import { type Calls, ours, startServer, withEach } from "./peers/clients.js";
import type { Target } from "./peers/peer.js";
import { step } from "./report.js";

const methods = ["GET", "PUT"] as const;

/** Calls of all clients to one target. */
interface Connected {
  readonly results: Readonly<Record<string, Calls>>;
  readonly absent: Readonly<Record<string, string>>;
}

/**
 * Time and CPU of a call over a loopback socket, in turns in one process: ours with guards, retries and
 * time limits on, beside what users would take. The server is a process of its own.
 */
export async function callOverSocket(): Promise<Measured> {
  const { baseUrl, close } = await startServer(1);
  try {
    const connected = await connect({ baseUrl });
    const about =
      "Over a loopback socket that is kept alive, to a server in another process; the responses are parsed.";
    const comparisons: Comparison[] = [];
    for (const method of methods) {
      const work = `${method} over a socket`;
      const { cpu, time } = await step(work, () =>
        compare(candidates(connected, method), { rounds: 31, calls: 200 }),
      );
      const measures = [
        { name: "time", unit: "µs", samples: time },
        { name: "CPU", unit: "µs", samples: cpu },
      ];
      comparisons.push({ work, about, ours, measures, absent: connected.absent });
    }
    const figures = comparisons.flatMap(({ work, measures }) =>
      measures.flatMap((measure) => {
        const what = `${measure.name} of a ${work}, to plain openapi-fetch`;
        return ratioFigures(what, measure, ours, "openapi-fetch");
      }),
    );
    return { figures, comparisons };
  } finally {
    close();
  }
}

const instance = JSON.stringify({
  id: "i",
  status: { status: "running" },
  ports: [{ port: 8080, protocol: "tcp" }],
});
const headers = { "content-type": "application/json", "x-request-id": "r" };

/**
 * CPU per call on a stub fetch. It shows the share that is the client's; what a call costs over a socket is
 * what counts.
 */
export async function callOnStub(): Promise<Measured> {
  const fetch = async (): Promise<Response> => new Response(instance, { headers });
  const connected = await connect({ baseUrl: "https://api.ppio.com", fetch });
  const about =
    "`fetch` is a function that responds at once: what remains is the client's own work.";
  const comparisons: Comparison[] = [];
  for (const method of methods) {
    const work = `${method} on a stub`;
    const { cpu } = await step(work, () =>
      compare(candidates(connected, method), { rounds: 25, calls: 1_000 }),
    );
    const measures = [{ name: "CPU", unit: "µs", samples: cpu }];
    comparisons.push({ work, about, ours, measures, absent: connected.absent });
  }
  const beside = { "openapi-fetch": "plain openapi-fetch", Redocly: "the Redocly client" };
  const figures = comparisons.flatMap(({ work, measures }) =>
    measures.flatMap((measure) =>
      Object.entries(beside).flatMap(([other, words]) =>
        ratioFigures(`CPU of a ${work}, to ${words}`, measure, ours, other),
      ),
    ),
  );
  return { figures, comparisons };
}

/** Sets every client up, and has each make both calls once: what does not work is not measured. */
async function connect(target: Target): Promise<Connected> {
  return withEach(async (client) => {
    const calls = await client.connect(target);
    for (const call of [calls.get, calls.put]) {
      const got = await call();
      const { id } = Object(got);
      if (id !== "i") throw new Error(`a call returned ${JSON.stringify(got)}`);
    }
    return calls;
  });
}

function candidates({ results }: Connected, method: (typeof methods)[number]): Candidates {
  return Object.fromEntries(
    Object.entries(results).map(([name, { get, put }]) => [name, method === "GET" ? get : put]),
  );
}
