import { account, memberOf } from "./account.js";
import { seedTime } from "./seed-time.js";
import type { PpioGpuState } from "./state.js";
import type { StoredTemplate } from "./stored-template.js";

const names = ["pytorch", "jupyter", "vllm", "comfy"] as const;

/** Makes the nth template. Every third one belongs to somebody else and to the community. */
export function makeTemplate(state: PpioGpuState, number: number, now: number): StoredTemplate {
  const { random } = state;
  const foreign = number % 3 === 0;
  const name = random.pick(names);
  const createdAt = seedTime(now, number);
  return {
    id: state.newId("tpl"),
    owner_id: foreign ? "owner-of-another-account" : account.owner_id,
    name: `${name}-${String(number).padStart(2, "0")}`,
    type: "instance",
    image: `registry.example.com/templates/${name}:2.3`,
    registry_auth_id: "",
    command: "",
    entrypoint: "/bin/bash",
    rootfs_size_gb: 50,
    ports: [{ port: 8888, protocol: "http" }],
    envs: [{ key: "STAGE", value: "test" }],
    metadata: {
      readme: `How to use ${name}`,
      logo: "https://example.com/logo.png",
      description: `Start with ${name}`,
      author: foreign ? "somebody" : "we",
      tags: [name],
    },
    min_cuda_version: "12.2",
    visibility: foreign || random.below(4) === 0 ? "community" : "private",
    created_at: createdAt,
    updated_at: createdAt,
    member_id: foreign ? "member-of-another-account" : memberOf(number),
  };
}
