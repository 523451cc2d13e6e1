import { readFile, rename, writeFile } from "node:fs/promises";
import { createPpioGpuClient, listInstances } from "@cloud-clients/ppio-gpu";

const [file = "instances.checkpoint"] = process.argv.slice(2);

async function readCheckpoint(): Promise<string | undefined> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined; // from the start
    throw error;
  }
}

async function saveCheckpoint(checkpoint: string): Promise<void> {
  await writeFile(`${file}.new`, checkpoint);
  await rename(`${file}.new`, file); // a crash leaves the old checkpoint or the new one, never half
}

const client = createPpioGpuClient(); // reads PPIO_API_KEY
const list = listInstances(client, { limit: 50 }, { from: await readCheckpoint() });
for await (const page of list.pages()) {
  for (const { id, name } of page.items) console.log(id, name); // your work
  await saveCheckpoint(page.checkpoint); // after the work: a crash repeats a page, but skips none
}
