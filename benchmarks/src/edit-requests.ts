import { createEmulator } from "@cloud-clients/emulator";
import { addPorts, createPpioGpuClient } from "@cloud-clients/ppio-gpu";
import type { Figure } from "./report.js";

/** How many requests an edit makes that nobody disturbs, and one that has nothing to do. */
export async function editRequests(): Promise<Figure[]> {
  const emulator = createEmulator("ppio-gpu", { instances: 1 });
  const client = createPpioGpuClient({ apiKey: "k", fetch: emulator.fetch });
  const [id = ""] = emulator.state.instances.keys();
  const count = async (): Promise<number> => {
    const before = emulator.requests.length;
    await addPorts(client, id, [{ port: 7000, protocol: "tcp" }]);
    return emulator.requests.length - before;
  };
  return [
    {
      what: "requests of an addPorts that opens a port",
      measured: await count(),
      unit: "",
    },
    { what: "requests of one that finds it open", measured: await count(), unit: "" },
  ];
}
