// How often a server sees one write whose kept-alive connection dies before the response.

const path = { instance_id: "any" };
const instance = "/gpus/v2/instances/{instance_id}";

/** One write of each kind, as a client makes it and as `fetch` does. */
const kinds = {
  POST: ["POST", "/gpus/v2/instances", { product_id: "any" }],
  PUT: ["PUT", `${instance}/ports`, { ports: [] }],
  "PUT without a body": ["PUT", `${instance}/start`, undefined],
  DELETE: ["DELETE", instance, undefined],
};

/**
 * Counts each write, sent in each way: by `fetch` alone, by a client, and by a client whose `fetch` is the caller's own.
 *
 * @returns {Promise<import("../report.js").Findings["writes"]>}
 */
export async function writes(baseUrl, stage, ppio) {
  const client = ppio({ retry: false });
  const wrapped = ppio({ retry: false, fetch: (...given) => fetch(...given) });
  const read = async (sender) => {
    const headers = { authorization: "Bearer the-right-key" };
    if (sender === "fetch") await (await fetch(`${baseUrl}/gpus/v2/instances`, { headers })).text();
    else await (sender === "client" ? client : wrapped).GET("/gpus/v2/instances");
  };
  const write = async (sender, [method, route, body]) => {
    if (sender !== "fetch") {
      const made = await (sender === "client" ? client : wrapped)[method](route, {
        params: { path },
        body,
      });
      return made.response.status;
    }
    const headers = { authorization: "Bearer the-right-key", "content-type": "application/json" };
    const address = baseUrl + route.replace("{instance_id}", "any");
    return (await fetch(address, { method, headers, body: body && JSON.stringify(body) })).status;
  };
  const counts = {};
  for (const sender of ["fetch", "client", "client with a fetch"]) {
    counts[sender] = {};
    for (const [name, kind] of Object.entries(kinds)) {
      await stage.calm();
      await untilKept(stage, () => read(sender));
      const [method] = kind;
      await stage.fault("ppio", {
        match: { method },
        times: 10,
        fault: { kind: "reset", when: "before" },
      });
      await stage.forget();
      const outcome = await write(sender, kind).catch(() => "lost");
      if (outcome !== "lost") throw new Error(`${name} by ${sender} got ${outcome}`);
      counts[sender][name] = (await stage.requests()).filter((one) => one.method === method).length;
    }
  }
  return counts;
}

/** Reads until a connection was used a second time, so that there is one for the write to die on. */
async function untilKept(stage, read) {
  for (let turn = 0; turn < 20; turn++) {
    await stage.forget();
    await read();
    const seen = await stage.requests();
    if (seen.at(-1)?.kept) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error("no connection was kept alive");
}
