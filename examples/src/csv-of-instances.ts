import { createPpioGpuClient, listInstances } from "@cloud-clients/ppio-gpu";

/** Quotes a value for CSV. A leading `=`, `+`, `-` or `@` would make a spreadsheet run it as a formula. */
function field(value: unknown): string {
  const text = String(value ?? "").replace(/^[=+\-@]/, "'$&");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const client = createPpioGpuClient(); // reads PPIO_API_KEY
console.log("id,name,status,ports");
for await (const instance of listInstances(client, { limit: 100 }, { prefetch: 1 })) {
  const { id, name, status, ports = [] } = instance;
  const open = ports.map(({ port, protocol }) => `${port}/${protocol}`).join(" ");
  console.log([id, name, status.status, open].map(field).join(","));
}
