import { apiNames } from "../api-name.js";

/** What `--help` prints. */
export const usage = `Usage: cloud-emulator <service> [options]

Starts a stand-in for a cloud service on this computer.

Services: ${apiNames.join(", ")}

Options:
  --port <number>       port to listen on (default: a free one)
  --host <address>      address to listen on (default: 127.0.0.1)
  --instances <number>  instances at the start, for ppio-gpu (default: 250)
  --services <number>   endpoint services at the start, for huaweicloud-vpcep (default: 30)
  --seed <number>       what everything made up follows from (default: 1)
  --latency <ms>        wait before each answer (default: 0)
  --help                print this

Times follow the computer's clock. Any API key or token that is not empty is accepted.
`;
