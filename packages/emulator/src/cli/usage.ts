import { apiNames } from "../create-emulator.js";

/** What `--help` prints. */
export const usage = `Usage: cloud-emulator <service> [options]
       cloud-emulator --spec <openapi.yaml> [options]

Starts a stand-in for a cloud service on this computer: for one of the services below, or for any API
by its OpenAPI document.

Services: ${apiNames.join(", ")}

Options:
  --spec <file>             OpenAPI document, 3.0 or 3.1, YAML or JSON, in one file
  --items <number>          items of each list, for --spec (default: 250)
  --port <number>           port to listen on (default: a free one)
  --host <address>          address to listen on (default: 127.0.0.1)
  --allow-host <name>       also accept requests to this host name; may be repeated (default: localhost,
                            127.0.0.0/8, [::1], --host and the address that a request reaches)
  --instances <number>      instances at the start, for ppio-gpu (default: 250)
  --services <number>       endpoint services at the start, for huaweicloud-vpcep (default: 30)
  --access-key <ID=SECRET>  accept requests signed with this key, for huaweicloud-vpcep; may be repeated
  --seed <number>           seed of all made-up data (default: 1)
  --speed <number>          how many times faster than real time the service's time passes: with 60 an
                            hour takes a minute (default: 1)
  --latency <ms>            delay before each response (default: 0)
  --cors                    accept browser requests from pages on this computer
  --cors-origin <origin>    accept browser requests from pages of this origin; may be repeated
  --help                    print this

Times follow the computer's clock. Any API key, token or password that is not empty is accepted.
`;
