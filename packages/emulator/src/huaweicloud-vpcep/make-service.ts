import type { Random } from "../random.js";
import { fullName } from "./full-name.js";
import type { StoredPortMapping, StoredService } from "./stored-service.js";
import { toTimestamp } from "./time.js";

const names = ["billing", "search", "orders", "", "metrics", "mail"] as const;
const statuses = [
  "available",
  "available",
  "available",
  "available",
  "creating",
  "failed",
] as const;

/** Seeded services are this many milliseconds apart. */
const apart = 600_000;

/** Makes one more service. Every third one shares the backend port of the one before. */
export function makeService(
  earlier: readonly StoredService[],
  random: Random,
  now: number,
): StoredService {
  const number = earlier.length + 1;
  const id = random.uuid();
  const ownPort = random.uuid();
  const name = random.pick(names);
  const createdAt = toTimestamp(now - 30 * 86_400_000 + number * apart);
  return {
    id,
    port_id: number % 3 === 0 ? (earlier.at(-1)?.port_id ?? ownPort) : ownPort,
    service_name: fullName(name, id),
    server_type: random.pick(["LB", "VM"] as const),
    vpc_id: random.uuid(),
    approval_enabled: random.below(2) === 0,
    // The first one can always be connected to, so that examples work with any seed.
    status: number === 1 ? "available" : random.pick(statuses),
    service_type: "interface",
    created_at: createdAt,
    updated_at: createdAt,
    cidr_type: "internal",
    ports: makePorts(number, 1 + random.below(4)),
    tcp_proxy: "close",
    tags: [{ key: "team", value: random.pick(["payments", "platform"]) }],
    description: "",
  };
}

/** Backend ports differ from service to service, because some share a backend. */
function makePorts(number: number, count: number): StoredPortMapping[] {
  return Array.from({ length: count }, (_, index) => ({
    client_port: 8080 + index,
    server_port: 9000 + ((number * 4) % 50_000) + index,
    protocol: index % 3 === 2 ? "UDP" : "TCP",
  }));
}
