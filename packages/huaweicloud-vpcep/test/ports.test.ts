import { describe, expect, it } from "vitest";
import { addPorts, createVpcepClient, removePorts, type StoredPortMapping } from "../src/index.js";

/**
 * One service, whose PUT does with a field that is left out what the vendor's page prints as its default:
 * `approval_enabled` becomes true.
 */
function serviceWith(approval_enabled: boolean, ports: StoredPortMapping[]) {
  const stored = { id: "s", approval_enabled, ports };
  const client = createVpcepClient({
    region: "cn-north-4",
    projectId: "p",
    token: "t",
    fetch: async (request) => {
      if (request.method === "PUT") {
        const body = (await request.json()) as Partial<typeof stored>;
        Object.assign(stored, { approval_enabled: true }, body);
      }
      return Response.json(stored);
    },
  });
  return { client, stored };
}

describe("an edit of port mappings", () => {
  const mapping = { client_port: 80, server_port: 8080, protocol: "TCP" as const };

  it.each([false, true])(
    "leaves approval_enabled %s, whatever leaving it out does",
    async (approval) => {
      const { client, stored } = serviceWith(approval, [mapping]);
      await addPorts(client, "s", [{ client_port: 443, server_port: 8443 }]);
      expect(stored.approval_enabled).toBe(approval);
      expect(stored.ports).toHaveLength(2);
    },
  );

  it("sends approval_enabled as the caller wants it", async () => {
    const { client, stored } = serviceWith(true, [mapping]);
    const options = { also: { approval_enabled: false } };
    await addPorts(client, "s", [{ client_port: 443, server_port: 8443 }], options);
    expect(stored.approval_enabled).toBe(false);
  });

  it("works on a service with two mappings to one server port", async () => {
    const { client, stored } = serviceWith(true, [mapping, { ...mapping, client_port: 8081 }]);
    await addPorts(client, "s", [{ client_port: 8082, server_port: 8080 }]);
    await removePorts(client, "s", [{ client_port: 80 }]);
    expect(stored.ports.map(({ client_port }) => client_port).sort()).toEqual([8081, 8082]);
  });
});
