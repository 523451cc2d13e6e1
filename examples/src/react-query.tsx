import { addPorts, listInstances, type PpioGpuClient } from "@cloud-clients/ppio-gpu";
import { mutationOptions, type QueryClient, queryOptions, useQuery } from "@tanstack/react-query";

export const runningInstances = (client: PpioGpuClient) =>
  queryOptions({
    queryKey: ["instances", "running"],
    queryFn: async ({ signal }) => {
      const { items } = await listInstances(client, { status: "running" }, { signal }).collect();
      return items;
    },
    retry: false, // the client has retried already
  });

export const openPort = (client: PpioGpuClient, queries: QueryClient) =>
  mutationOptions({
    mutationFn: ({ id, port }: { id: string; port: number }) =>
      addPorts(client, id, [{ port, protocol: "tcp" }]),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["instances"] }),
  });

export function Instances({ client }: { client: PpioGpuClient }) {
  const { data, error, isPending } = useQuery(runningInstances(client));
  if (isPending) return <p>Loading…</p>;
  if (error) return <p role="alert">{error.message}</p>;
  return (
    <ul>
      {data.map(({ id, name, ports = [] }) => (
        <li key={id}>
          {name}: {ports.map(({ port }) => port).join(", ")}
        </li>
      ))}
    </ul>
  );
}
