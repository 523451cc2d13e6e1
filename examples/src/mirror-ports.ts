import {
  applyPortsPlan,
  createPpioGpuClient,
  formatPlan,
  getInstance,
  planPorts,
} from "@cloud-clients/ppio-gpu";

const [from, to, confirmation] = process.argv.slice(2);
if (from === undefined || to === undefined) throw new Error("usage: FROM TO [--apply]");

const client = createPpioGpuClient(); // reads PPIO_API_KEY
const { ports = [] } = await getInstance(client, from);

const plan = await planPorts(client, to, { replace: ports });
console.log(formatPlan(plan));
if (confirmation === "--apply") await applyPortsPlan(client, plan);
