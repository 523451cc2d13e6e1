import {
  applyPortsPlan,
  formatPlan,
  type Instance,
  type PpioGpuClient,
  planPorts,
  verifyPorts,
} from "@cloud-clients/ppio-gpu";

/** Plans a change of an instance's ports, shows it, applies it, and checks what came of it. */
export async function editInstancePorts(client: PpioGpuClient, instance: Instance): Promise<void> {
  const { id, ports = [] } = instance;
  const [closing] = ports;
  console.log(
    `\nA plan for the ports of ${id}: open 9000/http and 9001/tcp${closing ? `, close ${closing.port}/${closing.protocol}` : ""}. Nothing is written yet:`,
  );
  const plan = await planPorts(client, id, (current) => [
    ...current.filter(({ port }) => port !== closing?.port),
    { port: 9000, protocol: "http" },
    { port: 9001, protocol: "tcp" },
  ]);
  console.log(formatPlan(plan));

  console.log("\nApplied, because the ports are still the ones that were planned for:");
  const result = await applyPortsPlan(client, plan);
  for (const { port, protocol, endpoint } of result.observed) {
    console.log(`    ${port}/${protocol} -> ${endpoint ?? "no address yet"}`);
  }
  const { matches } = await verifyPorts(client, id, plan.desired);
  console.log(
    `  verified by another read: ${matches ? "the ports are exactly as planned" : "they differ"}`,
  );
}
