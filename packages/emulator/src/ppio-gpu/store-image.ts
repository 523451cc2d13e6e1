import type { PpioGpuState } from "./state.js";

/** Adds an image of the account's own, in place of one that has the same address. */
export function storeImage(state: PpioGpuState, address: string, seconds: number): void {
  for (const { id, image, type } of state.images.values()) {
    if (image === address && type === "private") state.images.delete(id);
  }
  const { name, tag } = splitAddress(address);
  const id = state.newId("image");
  const tags = [{ tag, image: address }];
  state.images.set(id, { id, name, image: address, type: "private", tags, created_at: seconds });
}

/** Name and tag of an image: `registry.example.com/team/app:1.0` is `app` with the tag `1.0`. */
export function splitAddress(address: string): { name: string; tag: string } {
  const last = address.slice(address.lastIndexOf("/") + 1);
  const [name = last, tag = "latest"] = last.split(":");
  return { name, tag };
}
