import { seedTime } from "./seed-time.js";
import type { PpioGpuState } from "./state.js";
import type { StoredImage } from "./stored-image.js";

const kinds: readonly [StoredImage["type"], readonly string[]][] = [
  ["base", ["ubuntu", "pytorch", "tensorflow"]],
  ["community", ["comfy", "vllm"]],
  ["private", ["train", "infer"]],
];

/** The images there are: of the platform, its community, and the account. */
export function makeImages(state: PpioGpuState, now: number): StoredImage[] {
  const all = kinds.flatMap(([type, names]) => names.map((name) => ({ type, name })));
  return all.map(({ type, name }, index) => {
    const image = `registry.example.com/${type}/${name}:1.0`;
    const tags = [{ tag: "1.0", image }];
    return { id: state.newId("image"), name, image, type, tags, created_at: seedTime(now, index) };
  });
}
