import { createPpioGpuClient, isCloudClientError, listInstances } from "@cloud-clients/ppio-gpu";

/** Lists the instances of the account that PPIO_API_KEY opens. Reads only. */
export async function listRealInstances(): Promise<void> {
  console.log("PPIO_API_KEY is set: your own instances, read from PPIO. Nothing is written.");
  const client = createPpioGpuClient();
  let count = 0;
  try {
    for await (const { id, name, status, ports = [] } of listInstances(
      client,
      {},
      { prefetch: 1 },
    )) {
      count++;
      const open = ports.map(({ port, protocol }) => `${port}/${protocol}`).join(" ");
      console.log(`  ${id}  ${name ?? ""}  ${status.status}  ${open}`);
    }
    console.log(`${count} instances.`);
  } catch (error) {
    if (!isCloudClientError(error)) throw error;
    console.error(`After ${count} instances: ${error.message}`);
    process.exitCode = 1;
  }
}
