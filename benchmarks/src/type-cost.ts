import { fileURLToPath } from "node:url";
import ts from "typescript";
import type { Figure } from "./report.js";

/** Where the program would be: what it imports is found from there, and package.json makes it a module. */
const file = fileURLToPath(new URL("program.ts", import.meta.url));

/** What a user's project is compiled with. */
const compilerOptions: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
  types: [],
  strict: true,
  skipLibCheck: true,
  noEmit: true,
};

const plain = `
  import type { paths } from "@cloud-clients/ppio-gpu";
  import createClient from "openapi-fetch";
  const client = createClient<paths>({ baseUrl: "https://api.ppio.com" });
  let cursor: string | undefined;
  do {
    const query: { status: string; cursor?: string } = { status: "running", ...(cursor && { cursor }) };
    const { data } = await client.GET("/gpus/v2/instances", { params: { query } });
    for (const { id, name } of data?.data ?? []) {
      const params = { path: { instance_id: id } };
      const read = await client.GET("/gpus/v2/instances/{instance_id}", { params });
      const ports = (read.data?.ports ?? []).map(({ port }) => ({ port, protocol: "tcp" as const }));
      const body = { ports: [...ports, { port: 9000, protocol: "http" as const }] };
      await client.PUT("/gpus/v2/instances/{instance_id}/ports", { params, body });
      console.log(name, ports.length);
    }
    cursor = data?.next_cursor;
  } while (cursor);`;

const programs: Record<string, string> = {
  "lists instances and adds ports": `
    import { addPorts, createPpioGpuClient, listInstances } from "@cloud-clients/ppio-gpu";
    const client = createPpioGpuClient({ apiKey: "k" });
    for await (const { id, name } of listInstances(client, { status: "running" }, { prefetch: 1 })) {
      const { base, observed } = await addPorts(client, id, [{ port: 9000, protocol: "http" }]);
      console.log(name, base.length, observed.length);
    }`,
  "lists services and adds mappings": `
    import { addPorts, createVpcepClient, listEndpointServices } from "@cloud-clients/huaweicloud-vpcep";
    const client = createVpcepClient({ region: "cn-north-4", projectId: "p", token: "t" });
    for await (const { id } of listEndpointServices(client, { limit: 50 }, { prefetch: 1 })) {
      const { base, observed } = await addPorts(client, id, [{ client_port: 443, server_port: 8443 }]);
      console.log(id, base.length, observed.length);
    }`,
  "uses every helper for ports, pages and collect": `
    import {
      addPorts, applyPortsPlan, createPpioGpuClient, editPorts, ensurePorts, isConcurrentWriteError,
      listInstances, planPorts, removePorts, replacePorts, verifyPorts,
    } from "@cloud-clients/ppio-gpu";
    const client = createPpioGpuClient({ apiKey: "k" });
    const web = { port: 9000, protocol: "http" as const };
    const { items } = await listInstances(client, { status: "running" }).collect({ maxItems: 5 });
    for await (const page of listInstances(client).pages()) console.log(page.items, page.checkpoint);
    for (const { id } of items) {
      const { observed } = await addPorts(client, id, [web]);
      await removePorts(client, id, [web]);
      await replacePorts(client, id, observed);
      await ensurePorts(client, id, { present: [web], absent: [{ port: 2, protocol: "tcp" }] });
      await editPorts(client, id, (ports) => [...ports, { port: 3, protocol: "tcp" }]);
      const plan = await planPorts(client, id, { present: [web] });
      await applyPortsPlan(client, plan).catch((error: unknown) => {
        if (isConcurrentWriteError(error)) console.log(error.missing);
      });
      console.log((await verifyPorts(client, id, observed)).matches);
    }`,
};

/**
 * Type instantiations, as tsc counts them (--extendedDiagnostics), of programs that only use the helpers,
 * against the built .d.ts files.
 */
export function typeCost(): Figure[] {
  const beside = `openapi-fetch on the same paths: ${typesOf(plain)}`;
  const figures: Figure[] = [];
  for (const [what, program] of Object.entries(programs)) {
    const measured = typesOf(program);
    figures.push({
      what: `types of a program that ${what}`,
      measured,
      unit: "",
      beside,
    });
  }
  return figures;
}

let empty: number | undefined;

/** Type instantiations of a program, beyond those for one that imports nothing. */
export function typesOf(program: string): number {
  empty ??= instantiations("export {};");
  return instantiations(program) - empty;
}

/** Libraries and declarations are parsed once for all programs: what is counted is what the checker does. */
const parsed = new Map<string, ts.SourceFile | undefined>();

function instantiations(text: string): number {
  const host = ts.createCompilerHost(compilerOptions);
  const read = host.getSourceFile;
  host.getSourceFile = (name, options) => {
    if (name === file) return ts.createSourceFile(name, text, options);
    if (!parsed.has(name)) parsed.set(name, read(name, options));
    return parsed.get(name);
  };
  const compiled = ts.createProgram([file], compilerOptions, host);
  const problems = ts.getPreEmitDiagnostics(compiled);
  if (problems.length > 0) {
    throw new Error(`a program does not compile:\n${ts.formatDiagnostics(problems, host)}`);
  }
  return compiled.getInstantiationCount();
}
