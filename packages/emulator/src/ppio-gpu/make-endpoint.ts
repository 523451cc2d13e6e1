import { account, memberOf } from "./account.js";
import { regionIds } from "./make-regions.js";
import { scaleWorkers } from "./scale-workers.js";
import { seedTime } from "./seed-time.js";
import type { PpioGpuState } from "./state.js";
import type { StoredServerlessEndpoint } from "./stored-serverless-endpoint.js";
import { toStatus } from "./stored-status.js";

const names = ["chat", "embed", "draw", "speak"] as const;

/** Makes the nth serverless endpoint, running. */
export function makeEndpoint(
  state: PpioGpuState,
  number: number,
  now: number,
): StoredServerlessEndpoint {
  const { random } = state;
  const id = state.newId("endpoint");
  const app = random.pick(names);
  const endpoint: StoredServerlessEndpoint = {
    id,
    type: random.pick(["sync", "async"] as const),
    name: `${app}-${String(number).padStart(2, "0")}`,
    app_name: app,
    status: toStatus("running"),
    url: `https://${id}.serverless.example.com`,
    product_id: "serverless-gpu-1",
    worker_config: { ...defaultWorkers, min_replicas: random.below(3), max_replicas: 4 },
    policy: { type: "queue", value: 100 },
    image: `registry.example.com/team/${app}:1.0`,
    registry_auth_id: "",
    entrypoint: "",
    command: "python server.py",
    volumes: [],
    envs: [{ key: "STAGE", value: random.pick(["test", "production"]) }],
    ports: [8080],
    workers: [],
    health_check: { path: "/healthz", port: 8080 },
    region_id: random.pick(regionIds),
    member_id: memberOf(number),
    owner_id: account.owner_id,
    created_at: seedTime(now, number),
  };
  scaleWorkers(state, endpoint);
  return endpoint;
}

/** Settings of workers that a request does not give. */
export const defaultWorkers: StoredServerlessEndpoint["worker_config"] = {
  min_replicas: 0,
  max_replicas: 1,
  idle_timeout: 300,
  max_concurrent_per_worker: 10,
  gpu_num: 1,
  rootfs_size_gb: 20,
  min_cuda_version: "",
  request_timeout: 60,
};
