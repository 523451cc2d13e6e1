import {
  applyPortsPlan,
  createPpioGpuClient,
  formatPlan,
  planPorts,
} from "@cloud-clients/ppio-gpu";

const [id, port, confirmation] = process.argv.slice(2);
if (id === undefined || port === undefined) throw new Error("usage: INSTANCE PORT [--apply]");

const client = createPpioGpuClient(); // reads PPIO_API_KEY
const plan = await planPorts(client, id, { present: [{ port: Number(port), protocol: "tcp" }] });
console.log(formatPlan(plan));

if (confirmation === "--apply") {
  const { observed } = await applyPortsPlan(client, plan); // refused if the ports have changed since
  for (const { port, protocol, endpoint } of observed) console.log(`${port}/${protocol}`, endpoint);
}
