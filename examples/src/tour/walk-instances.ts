import { type Instance, listInstances, type PpioGpuClient } from "@cloud-clients/ppio-gpu";
import { progress } from "./progress.js";

/** Walks all instances in pages, then only the running ones; gives one of those to work on. */
export async function walkInstances(client: PpioGpuClient): Promise<Instance> {
  console.log("\nEvery instance, ten a page, the next page requested while this one is worked on:");
  const line = progress("walked");
  for await (const page of listInstances(client, { limit: 10 }, { prefetch: 1 }).pages()) {
    line.step(page.items.length);
  }
  line.done();

  console.log("\nOnly the running ones, stopping after three:");
  const running = await listInstances(client, { status: "running" }).collect({ maxItems: 3 });
  for (const { id, name, status } of running.items) {
    console.log(`  ${id}  ${name ?? ""}  ${status.status}`);
  }
  if (running.truncated) console.log("  … and there are more; a checkpoint says where to go on.");
  const [first] = running.items;
  if (!first) throw new Error("the emulator has no running instance");
  return first;
}
