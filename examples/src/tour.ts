import { createEmulator } from "@cloud-clients/emulator";
import { createVpcepClient } from "@cloud-clients/huaweicloud-vpcep";
import { createPpioGpuClient } from "@cloud-clients/ppio-gpu";
import { editInstancePorts } from "./tour/edit-instance-ports.js";
import { editServicePorts } from "./tour/edit-service-ports.js";
import { listRealInstances } from "./tour/list-real-instances.js";
import { nextSteps } from "./tour/next-steps.js";
import { walkInstances } from "./tour/walk-instances.js";

/** The main job, told to a newcomer: on the emulator, or read-only on PPIO when there is a key. */
if (process.env.PPIO_API_KEY) {
  await listRealInstances();
} else {
  const ppio = createEmulator("ppio-gpu", { instances: 250 });
  const vpcep = createEmulator("huaweicloud-vpcep");
  const gpu = await ppio.listen();
  const endpoint = await vpcep.listen();
  console.log(
    `The emulator stands in for PPIO GPU at ${gpu.url} and for VPCEP at ${endpoint.url}.`,
  );
  try {
    const client = createPpioGpuClient({ apiKey: "any-key-will-do", baseUrl: gpu.url });
    const instance = await walkInstances(client);
    await editInstancePorts(client, instance);
    await editServicePorts(
      createVpcepClient({
        baseUrl: endpoint.url,
        projectId: "0123456789abcdef0123456789abcdef",
        token: "any-token-will-do",
      }),
    );
  } finally {
    await Promise.all([gpu.close(), endpoint.close()]);
  }
  nextSteps();
}
