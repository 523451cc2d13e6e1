// Loaded before a snippet: what it sends to the services arrives at emulators, and nothing goes anywhere else.
import { createEmulator } from "@cloud-clients/emulator";

const ppio = createEmulator("ppio-gpu", { instances: 30 });
const vpcep = createEmulator("huaweicloud-vpcep", { services: 12 });
const hosts = {
  "api.ppio.com": ppio,
  "api.novita.ai": ppio,
  "vpcep.cn-north-4.myhuaweicloud.com": vpcep,
};

const project = "https://vpcep.cn-north-4.myhuaweicloud.com/v1/p";
const [service] = vpcep.state.services.values();
const ordered = await vpcep.fetch(`${project}/vpc-endpoints`, {
  method: "POST",
  headers: { "X-Auth-Token": "t", "content-type": "application/json" },
  body: JSON.stringify({
    endpoint_service_id: service.id,
    vpc_id: "4189d3c2-8882-4871-a3c2-d380272eed81",
    subnet_id: "4189d3c2-8882-4871-a3c2-d380272eed82",
  }),
});
if (!ordered.ok) throw new Error(`there is no endpoint: ${await ordered.text()}`);

/** Gives one of the resources the id that the pages print. */
function hasId(resources, id) {
  const [first] = resources.values();
  resources.delete(first.id);
  resources.set(id, { ...first, id });
}
hasId(ppio.state.instances, "ca338f12f3");
hasId(vpcep.state.services, "4189d3c2-8882-4871-a3c2-d380272eed83");
hasId(vpcep.state.endpoints, "4189d3c2-8882-4871-a3c2-d380272eed88");

globalThis.fetch = async (input, init) => {
  const request = new Request(input, init);
  const { host } = new URL(request.url);
  if (!Object.hasOwn(hosts, host)) throw new Error(`a snippet sends a request to ${host}`);
  return hosts[host].fetch(request);
};
