import {
  createEmulator,
  type Emulator,
  type VpcepOptions,
  type VpcepState,
} from "../../src/index.js";
import { first } from "./first.js";
import { callVpcep, readRefusal } from "./vpcep.js";

const subnet = "0cb1e29c-658c-4a14-95e6-0af593bd04cf";

/** An emulator with short words for what many tests do. */
export interface World {
  readonly emulator: Emulator<VpcepState>;
  /** Body of a success; anything else fails the test. */
  ok<Body>(method: string, path: string, body?: unknown): Promise<Body>;
  /** Status and code of a refusal. */
  refused(method: string, path: string, body?: unknown): Promise<[number, string]>;
  /** Adds an endpoint of the first service, or of a gateway, and lets its creation end. */
  addEndpoint(more?: object): Promise<string>;
  addGateway(more?: object): Promise<string>;
  /** Id of the first service, which can be connected to without approval. */
  readonly serviceId: string;
}

export function createWorld(options: VpcepOptions = {}): World {
  const emulator = createEmulator("huaweicloud-vpcep", options);
  const service = first(emulator.state.services.values());
  service.approval_enabled = false;
  const send = (method: string, path: string, body?: unknown) =>
    callVpcep(emulator.fetch, method, path, body);
  const ok = async <Body>(method: string, path: string, body?: unknown): Promise<Body> => {
    const response = await send(method, path, body);
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return (text === "" ? undefined : JSON.parse(text)) as Body;
  };
  const add = async (body: object): Promise<string> => {
    const { id } = await ok<{ id: string }>("POST", "/vpc-endpoints", { vpc_id: "vpc-1", ...body });
    emulator.clock.advance(60_000);
    return id;
  };
  return {
    emulator,
    ok,
    refused: async (method, path, body) => readRefusal(await send(method, path, body)),
    addEndpoint: (more) => add({ endpoint_service_id: service.id, subnet_id: subnet, ...more }),
    addGateway: (more) => {
      const gateways = [...emulator.state.publicServices.values()].filter(
        ({ service_type: type }) => type === "gateway",
      );
      return add({ endpoint_service_id: first(gateways).id, ...more });
    },
    serviceId: service.id,
  };
}
