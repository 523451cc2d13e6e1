import { apiNames, commandLineOf, services } from "../create-emulator.js";
import type { CommandOption } from "../engine/service.js";
import { ownOptions } from "./read-arguments.js";

/** What `--help` prints. */
export function usage(): string {
  return `Usage: cloud-emulator <service> [options]
       cloud-emulator --spec <openapi.yaml> [options]

Starts a stand-in for a cloud service on this computer: for one of the services below, or for any API
by its OpenAPI document. Without an install: npx --package @cloud-clients/emulator cloud-emulator <service>

Services: ${apiNames().join(", ")}

Options:
  --spec <file>             OpenAPI document, 3.0 or 3.1, YAML or JSON, in one file
  --port <number>           port to listen on (default: a free one)
  --host <address>          address to listen on (default: 127.0.0.1)
  --allow-host <name>       also accept requests to this host name; may be repeated (default: localhost,
                            127.0.0.0/8, [::1], --host and the address that a request reaches)
${ownOptions.map(describe).join("\n")}
  --seed <number>           seed of all made-up data (default: 1)
  --speed <number>          how many times faster than real time the service's time passes: with 60 an
                            hour takes a minute (default: 1)
  --latency <ms>            delay before each response (default: 0)
  --cors                    accept browser requests from pages on this computer
  --cors-origin <origin>    accept browser requests from pages of this origin; may be repeated
  --help                    print this

Times follow the computer's clock. Any API key, token or password that is not empty is accepted.
`;
}

function describe({ name, kind, help }: CommandOption): string {
  const words = `  --${name} ${kind === "count" ? "<number>" : "<ID=SECRET>"}`;
  const isTakenBy = (api?: string): boolean => commandLineOf(api).some((one) => one.name === name);
  const whose = isTakenBy()
    ? "--spec and other services"
    : Object.keys(services).filter(isTakenBy).join(", ");
  return `${words.padEnd(28)}${whose}: ${help}`;
}
