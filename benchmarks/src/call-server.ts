import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

const instance = JSON.stringify({
  id: "i",
  status: { status: "running" },
  ports: [{ port: 8080, protocol: "tcp" }],
});

/** A process of its own that responds to every request alike, until its parent lets it go. */
const server = createServer((request, response) => {
  request.resume().on("end", () => {
    response.setHeader("content-type", "application/json");
    response.setHeader("x-request-id", "r").end(instance);
  });
});
server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
process.on("disconnect", () => process.exit());
