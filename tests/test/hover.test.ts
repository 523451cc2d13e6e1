import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { root } from "../src/repo.js";

const program = `
import { createPpioGpuClient, createInstance, getInstance, listInstances, replacePorts, type CreateInstanceRequest, type RenewInstanceBody } from "@cloud-clients/ppio-gpu";
import { getEndpointService, listResourceInstances, type VpcepClient } from "@cloud-clients/huaweicloud-vpcep";
const client = createPpioGpuClient();
const one = await getInstance(client, "i");
const first = (await listInstances(client).collect()).items[0];
const ports = one.ports;
const created = await createInstance(client, {} as CreateInstanceRequest);
const edited = await replacePorts(client, "i", []);
const body = {} as RenewInstanceBody;
const list = listInstances(client);
declare const vpcep: VpcepClient;
const service = await getEndpointService(vpcep, "s");
const mappings = service.ports;
const found = listResourceInstances(vpcep, "endpoint");
`;

/** What an editor shows when the pointer stands on the declaration of a name. */
function hoverIn(source: string): (name: string) => string {
  const file = join(root, "tests", "test", "hovered.ts");
  const { config } = ts.readConfigFile(join(root, "tsconfig.base.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, join(root, "tests"));
  const read = (path: string) => (path === file ? source : ts.sys.readFile(path));
  const service = ts.createLanguageService({
    getCompilationSettings: () => ({ ...options, noEmit: true }),
    getScriptFileNames: () => [file],
    getScriptVersion: () => "1",
    getScriptSnapshot: (path) => {
      const text = read(path);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => join(root, "tests"),
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (path) => path === file || ts.sys.fileExists(path),
    readFile: read,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
  });
  const problems = service.getSemanticDiagnostics(file).map(({ messageText }) => messageText);
  expect(problems).toEqual([]);
  return (name) => {
    const declared = source.indexOf(`const ${name} `);
    const offset = declared + "const ".length;
    const info = service.getQuickInfoAtPosition(file, offset);
    return ts.displayPartsToString(info?.displayParts);
  };
}

describe("an editor shows names, not members, on hover", () => {
  const hover = hoverIn(program);

  it.each([
    ["client", "const client: PpioGpuClient"],
    ["one", "const one: InstanceDetail"],
    ["first", "const first: Instance | undefined"],
    ["ports", "const ports: Port[] | undefined"],
    ["created", "const created: CreateInstanceResult"],
    ["edited", "const edited: EditResult<Port>"],
    ["body", "const body: RenewInstanceBody"],
    ["list", "const list: List<Instance>"],
    ["service", "const service: EndpointService"],
    ["mappings", "const mappings: StoredPortMapping[] | undefined"],
    ["found", "const found: List<ResourceInstance>"],
  ])("%s", (name, shown) => {
    expect(hover(name)).toBe(shown);
  });
});
