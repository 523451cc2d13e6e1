import { invalidArgument } from "./refusals.js";

/** An exposed port with the address it can be reached at. */
export interface StoredPort {
  port: number;
  protocol: "tcp" | "http";
  /** `host:port` for tcp, a URL for http. */
  endpoint: string;
}

/** A port as a request asks for it. */
export type WantedPort = Pick<StoredPort, "port" | "protocol">;

/** Where public ports come from. */
export interface PublicPorts {
  /** Public port that the next exposed tcp port gets. */
  nextPublicPort: number;
}

/** The instance whose ports they are. */
interface Exposing {
  readonly id: string;
  readonly region: string;
  readonly ports: readonly StoredPort[];
}

/**
 * The wanted ports with their addresses. A port that is exposed already keeps its address; any
 * other tcp port gets a public port that was never used before.
 */
export function exposePorts(
  state: PublicPorts,
  instance: Exposing,
  wanted: readonly WantedPort[],
): StoredPort[] {
  return wanted.map(({ port, protocol }) => {
    const kept = instance.ports.find((each) => each.port === port && each.protocol === protocol);
    return { port, protocol, endpoint: kept?.endpoint ?? assign(state, instance, port, protocol) };
  });
}

function assign(
  state: PublicPorts,
  { id, region }: Omit<Exposing, "ports">,
  port: number,
  protocol: StoredPort["protocol"],
): string {
  if (protocol === "http") return `https://${id}-${port}.${region}.gpu.example.com`;
  const publicPort = state.nextPublicPort;
  state.nextPublicPort += 1;
  return `proxy.${region}.gpu.example.com:${publicPort}`;
}

/**
 * Ports as replacing them takes them, although the schema of this request says less.
 *
 * @throws Refusal 400 for a port without number or protocol, out of range, or given twice
 */
export function checkPorts(
  sent: readonly { readonly port?: number; readonly protocol?: string }[],
): WantedPort[] {
  const seen = new Set<string>();
  return sent.map(({ port, protocol }) => {
    if (port === undefined || port < 1 || port > 65_535) {
      throw invalidArgument("ports: port must be from 1 to 65535");
    }
    if (protocol !== "tcp" && protocol !== "http") {
      throw invalidArgument('ports: protocol must be "tcp" or "http"');
    }
    const key = `port ${port}, protocol ${protocol}`;
    if (seen.has(key)) throw invalidArgument(`ports holds ${key} twice`);
    seen.add(key);
    return { port, protocol };
  });
}
