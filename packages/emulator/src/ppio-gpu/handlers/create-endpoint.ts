import { account } from "../account.js";
import { applyEndpointOrder } from "../apply-endpoint-order.js";
import type { EndpointOrder } from "../endpoint-order.js";
import { defaultWorkers } from "../make-endpoint.js";
import { regionIds } from "../make-regions.js";
import { ppioHandler } from "../ppio-handler.js";
import type { StoredServerlessEndpoint } from "../stored-serverless-endpoint.js";
import { toStatus } from "../stored-status.js";
import { courses } from "../transition.js";

interface Body extends EndpointOrder {
  readonly type: "sync" | "async";
  readonly app_name?: string;
}

/** Creates an endpoint; it has workers once the clock has moved. */
export const createEndpoint = ppioHandler<{ body: Body }>(
  "createEndpoint",
  ({ state, body, now }) => {
    const id = state.newId("endpoint");
    const created = { ...blank(id, Math.floor(now / 1000)), type: body.type };
    const endpoint = applyEndpointOrder(state, created, body);
    endpoint.app_name = body.app_name ?? "";
    state.endpoints.set(id, endpoint);
    state.begin("endpoint", id, courses.endpoint, now);
    return { id };
  },
);

function blank(id: string, createdAt: number): StoredServerlessEndpoint {
  return {
    id,
    type: "sync",
    name: "",
    app_name: "",
    status: toStatus("creating"),
    url: `https://${id}.serverless.example.com`,
    product_id: "",
    worker_config: { ...defaultWorkers },
    policy: { type: "queue", value: 100 },
    image: "",
    registry_auth_id: "",
    entrypoint: "",
    command: "",
    volumes: [],
    envs: [],
    ports: [],
    workers: [],
    health_check: { path: "", port: 0 },
    region_id: regionIds[0],
    ...account,
    created_at: createdAt,
  };
}
