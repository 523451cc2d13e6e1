import { createEmulator } from "@cloud-clients/emulator";
import {
  createPpioGpuClient,
  isTimeoutError,
  restartInstance,
  waitForInstance,
} from "@cloud-clients/ppio-gpu";
import { beforeEach, expect, it } from "vitest";

const emulator = createEmulator("ppio-gpu", { instances: 1 });
const client = createPpioGpuClient({ apiKey: "any", fetch: emulator.fetch });
const [id = ""] = emulator.state.instances.keys();

/** Each poll takes the test a millisecond, and the service 15 seconds: its clock stands still otherwise. */
const quick = { intervalMs: 1, maxIntervalMs: 1, onPoll: () => emulator.clock.advance(15_000) };

beforeEach(async () => {
  await waitForInstance(client, id, quick);
  await restartInstance(client, id);
});

it("waits until the instance runs again, although one poll fails", async () => {
  emulator.faults.add({
    match: { operation: "getInstance", nth: 2 },
    fault: { kind: "status", status: 503 },
  });
  const instance = await waitForInstance(client, id, quick);
  expect(instance.status.status).toBe("running");
  expect(emulator.requests.some(({ status }) => status === 503)).toBe(true);
});

it("gives up at the deadline", async () => {
  const stuck = { intervalMs: 1, maxIntervalMs: 1, deadlineMs: 20 }; // no poll advances the clock
  const error = await waitForInstance(client, id, stuck).catch((thrown: unknown) => thrown);
  expect(isTimeoutError(error)).toBe(true);
});
