import { beforeEach, describe, expect, it } from "vitest";
import { openAccount, type PpioAccount, refusal } from "../helpers/ppio-account.js";

let account: PpioAccount;
let id: string;
const image = "registry.example.com/team/saved:2.0";

beforeEach(() => {
  account = openAccount(20);
  const all = [...account.emulator.state.instances.values()];
  id = all.find(({ status }) => status.status === "running")?.id ?? "";
});

async function save(address = image): Promise<string> {
  const body = { instance_id: id, image: address };
  const [, { job_id }] = await account.send("POST", "/jobs/save-image", body);
  return String(job_id);
}

async function stateOf(job: string, after = 0): Promise<unknown> {
  account.emulator.clock.advance(after);
  return (await account.get(`/jobs/${job}`)).status?.status;
}

async function imagesNamed(name: string): Promise<unknown[]> {
  const { data = [] } = await account.get(`/images?type=private&name=${name}`);
  return data.map((each) => each.image);
}

describe("a job that saves an image", () => {
  it("is done after a while, and then the image is there", async () => {
    const job = await save();
    expect(await stateOf(job)).toBe("Pending");
    expect(await stateOf(job, 5_000)).toBe("Running");
    expect(await imagesNamed("saved")).toEqual([]);
    expect(await stateOf(job, 115_000)).toBe("Succeeded");
    expect(await imagesNamed("SAVED")).toEqual([image]);
  });

  it("replaces an image of the same address", async () => {
    await save();
    await save();
    await save(image.replace("2.0", "2.1"));
    account.emulator.clock.advance(120_000);
    expect(await imagesNamed("saved")).toHaveLength(2);
  });

  it("saves nothing when it is stopped, and cannot be stopped once it is done", async () => {
    const job = await save();
    expect(await account.send("POST", `/jobs/${job}/stop`)).toEqual([200, {}]);
    expect(await account.send("POST", `/jobs/${job}/stop`)).toEqual([200, {}]);
    expect(await stateOf(job, 500_000)).toBe("Stopped");
    expect(await imagesNamed("saved")).toEqual([]);
    const done = await save();
    account.emulator.clock.advance(120_000);
    expect(await account.send("POST", `/jobs/${done}/stop`)).toEqual(refusal(400, "is Succeeded"));
  });

  it("fails when its instance is removed before it is done", async () => {
    const job = await save();
    await account.send("DELETE", `/instances/${id}`);
    expect(await stateOf(job, 120_000)).toBe("Failed");
    expect(await account.get(`/jobs/${job}`)).toMatchObject({
      status: { error: "INSTANCE_REMOVED", message: "the instance is gone" },
    });
    expect(await imagesNamed("saved")).toEqual([]);
  });

  it("needs an instance that exists and has a disk", async () => {
    const all = [...account.emulator.state.instances.values()];
    const pulling = all.find(({ status }) => status.status === "pulling")?.id ?? "";
    const ask = (instance_id: string) =>
      account.send("POST", "/jobs/save-image", { instance_id, image });
    expect(await ask("nobody")).toEqual(refusal(404, "no instance has the id nobody"));
    expect(await ask(pulling)).toEqual(refusal(400, "saving an image wants it running or exited"));
    expect((await account.get("/jobs")).data).toEqual([]);
  });
});

describe("a job that migrates", () => {
  it("gives the instance back its state", async () => {
    await account.send("PUT", `/instances/${id}/migrate`, { save_data: true });
    expect((await account.get(`/instances/${id}`)).status?.status).toBe("migrating");
    const { data: [job] = [] } = await account.get("/jobs?type=instanceMigrate");
    expect(await stateOf(String(job?.id), 120_000)).toBe("Succeeded");
    expect((await account.get(`/instances/${id}`)).status?.status).toBe("running");
  });

  it("does so when it is stopped, too", async () => {
    await account.send("PUT", `/instances/${id}/migrate`, {});
    const { data: [job] = [] } = await account.get("/jobs");
    await account.send("POST", `/jobs/${job?.id}/stop`);
    expect((await account.get(`/instances/${id}`)).status?.status).toBe("running");
  });

  it("does not bring back an instance that was deleted", async () => {
    await account.send("PUT", `/instances/${id}/migrate`, {});
    await account.send("DELETE", `/instances/${id}`);
    account.emulator.clock.advance(9_999);
    const [job] = account.emulator.state.jobs.keys();
    await account.send("POST", `/jobs/${job}/stop`);
    expect((await account.get(`/instances/${id}`)).status?.status).toBe("removing");
  });
});

describe("jobs", () => {
  it("are listed newest first, by kind and id, a page at a time", async () => {
    const first = await save();
    account.emulator.clock.advance(1_000);
    const second = await save();
    account.emulator.clock.advance(1_000);
    await account.send("PUT", `/instances/${id}/migrate`, {});
    const page = await account.get("/jobs?type=saveImage&limit=1");
    expect(page.data?.map((job) => job.id)).toEqual([second]);
    expect(page.has_more).toBe(true);
    const rest = await account.get(`/jobs?type=saveImage&cursor=${page.next_cursor}`);
    expect(rest.data).toEqual([
      {
        id: first,
        type: "saveImage",
        envs: [],
        status: { status: "Pending", error: "", message: "" },
      },
    ]);
    expect((await account.get(`/jobs?job_id=${first}`)).data).toHaveLength(1);
  });

  it("that do not exist are 404", async () => {
    expect(await account.send("GET", "/jobs/none")).toEqual(refusal(404, "no job has the id none"));
    expect(await account.send("POST", "/jobs/none/stop")).toEqual(refusal(404, "no job"));
  });
});

describe("images", () => {
  it("of the account can be deleted, those of others cannot", async () => {
    const all = [...account.emulator.state.images.values()];
    for (const type of ["base", "community"]) {
      const other = all.find((each) => each.type === type)?.id;
      expect(await account.send("DELETE", `/images/${other}`)).toEqual(refusal(403, `is ${type}`));
    }
    const own = all.find(({ type }) => type === "private")?.id;
    expect(await account.send("DELETE", `/images/${own}`)).toEqual([200, {}]);
    expect(await account.send("DELETE", `/images/${own}`)).toEqual(refusal(404, "no image"));
  });

  it("have three kinds, and no empty one", async () => {
    expect(await account.send("GET", "/images?type=")).toEqual(refusal(400, "query/type"));
  });
});
