import { addPorts, createPpioGpuClient } from "@cloud-clients/ppio-gpu";

const [id] = process.argv.slice(2);
if (id === undefined) throw new Error("usage: INSTANCE");

const client = createPpioGpuClient(); // reads PPIO_API_KEY
const { observed } = await addPorts(client, id, [{ port: 9000, protocol: "http" }]);
console.log(observed);
