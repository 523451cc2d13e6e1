import type { Random } from "../random.js";
import { account } from "./account.js";
import { addMonths } from "./add-months.js";
import { exposePorts, type WantedPort } from "./expose-ports.js";
import { makePrepaid, toAutoRenew } from "./make-prepaid.js";
import { makePricing } from "./make-pricing.js";
import { regionIds } from "./make-regions.js";
import { makeTools } from "./make-tools.js";
import type { PpioGpuState } from "./state.js";
import type { BillingMode, StoredInstance } from "./stored-instance.js";

const names = ["train", "infer", "notebook", "render", "finetune", "batch"] as const;
const modes: readonly BillingMode[] = ["postpaid", "prepaid", "spot"];
const statuses = ["running", "running", "running", "exited", "pulling", "starting"] as const;
const commonPorts: readonly WantedPort[] = [
  { port: 22, protocol: "tcp" },
  { port: 5000, protocol: "tcp" },
  { port: 6006, protocol: "http" },
  { port: 7860, protocol: "http" },
  { port: 8080, protocol: "http" },
  { port: 8888, protocol: "http" },
];

/** Seeded instances are a minute apart, the oldest a year old. */
const secondsApart = 60;
const oldest = 365 * 86_400;

/** Makes the nth instance; everything follows from the number, the generator and the clock. */
export function makeInstance(
  state: PpioGpuState,
  number: number,
  random: Random,
  now: number,
): StoredInstance {
  const id = random.hex(10);
  const mode = random.pick(modes);
  const region = random.pick(regionIds);
  const gpus = random.pick([0, 1, 1, 2, 4, 8]);
  const status = random.pick(statuses);
  const createdAt = Math.floor(now / 1000) - oldest + number * secondsApart;
  const wanted = commonPorts.filter(() => random.below(2) === 0);
  const bare = { id, region, ports: [] };
  return {
    id,
    name: `${random.pick(names)}-${String(number).padStart(4, "0")}`,
    type: gpus === 0 ? "cpu" : "gpu",
    product_id: `product-${gpus === 0 ? "cpu" : `gpu-${gpus}`}`,
    image: "registry.example.com/team/image:1.0",
    registry_auth_id: "",
    entrypoint: "",
    command: "",
    billing: makeBilling(mode, createdAt, now / 1000),
    envs: [{ key: "STAGE", value: random.pick(["test", "production"]) }],
    ports: exposePorts(state, bare, wanted),
    resource_specs: {
      rootfs_size_gb: random.pick([20, 40, 80]),
      gpu_num: gpus,
      cpu_num: 8 * Math.max(gpus, 1),
      memory_gb: 32 * Math.max(gpus, 1),
      gpu_ids: Array.from({ length: gpus }, (_, index) => index),
    },
    network: { id: "", ip: `10.2.${random.below(256)}.${1 + random.below(254)}` },
    volumes: [{ type: "network", id: `storage-${random.hex(6)}`, mount_point: "/data" }],
    region,
    tools: makeTools(id, random),
    auto_migrate: { enabled: false, include_system_disk: false },
    status: { status, error: "", message: "" },
    pricing: makePricing(mode, gpus),
    created_at: createdAt,
    last_started_at: createdAt + 60,
    last_stopped_at: status === "exited" ? createdAt + 3600 : 0,
    member_id: `member-${random.below(4)}`,
    owner_id: account.owner_id,
    region_version: "v1",
  };
}

/** A prepaid instance has been paid for, month by month, until past the present. */
function makeBilling(mode: BillingMode, createdAt: number, now: number): StoredInstance["billing"] {
  if (mode !== "prepaid") return { mode };
  let months = 1;
  while (addMonths(createdAt, months) <= now) months += 1;
  return { mode, prepaid: makePrepaid(createdAt, months, toAutoRenew(true, 1)) };
}
