import type { Random } from "../random.js";
import type { StoredTools } from "./stored-instance.js";

/** The ways into an instance, all of them switched on. */
export function makeTools(id: string, random: Random): StoredTools {
  const password = random.hex(12);
  return {
    jupyter: { endpoint: `https://jupyter.example.com/${id}`, enabled: true, port: 8888 },
    ssh: {
      command: `ssh -p ${40_000 + random.below(10_000)} root@proxy.example.com`,
      password,
      username: "root",
    },
    web_terminal: {
      endpoint: `wss://terminal.example.com/${id}`,
      enabled: true,
      username: "root",
      password,
    },
    log: {
      instance_endpoint: `https://log.example.com/instance/${id}`,
      system_endpoint: `https://log.example.com/system/${id}`,
    },
  };
}
