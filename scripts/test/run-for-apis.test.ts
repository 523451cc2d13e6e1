import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { runForApis } from "../src/run-for-apis.js";

const silent = { out() {}, err() {} };
const options = "--continue=dependencies-successful --output-logs=new-only --log-order=grouped";

/** Runs a command in a checkout with two APIs, of which those in `packaged` have a package with tasks. */
async function runWith(args: string[], { packaged = ["dns", "gpu"], turbo = 0 } = {}) {
  const root = await mkdtemp(join(tmpdir(), "run-for-apis-"));
  onTestFinished(() => rm(root, { recursive: true }));
  await writeFile(join(root, "spec-tools.config.yaml"), 'scope: "@acme"\n');
  for (const api of ["dns", "gpu"]) {
    await mkdir(join(root, "specs", api, "source"), { recursive: true });
    await writeFile(join(root, "specs", api, "source/openapi.yaml"), "{}\n");
  }
  for (const api of packaged) {
    await mkdir(join(root, "packages", api), { recursive: true });
    await writeFile(join(root, "packages", api, "turbo.json"), "{}\n");
  }
  const ran: string[] = [];
  const run = async (name: string, given: readonly string[]) => {
    ran.push([name, ...given].join(" "));
    return name === "turbo" ? turbo : 4;
  };
  const code = await runForApis(args, silent, { root, run }).catch((error) => error.message);
  return { code, ran };
}

it("a command without names is a task of all packages, and ends as turbo does", async () => {
  const ran = [`turbo run generate ${options}`];
  expect(await runWith(["generate"])).toEqual({ code: 0, ran });
  expect(await runWith(["generate"], { turbo: 3 })).toEqual({ code: 3, ran });
});

it("check compares with the last release where the rest holds", async () => {
  const turbo = `turbo run check --filter=@acme/gpu ${options}`;
  const changes = "node packages/spec-tools/run.js changes --check gpu";
  expect(await runWith(["check", "gpu"])).toEqual({ code: 4, ran: [turbo, changes] });
  expect(await runWith(["check", "gpu"], { turbo: 3 })).toEqual({ code: 3, ran: [turbo] });
});

it("names choose packages, and what begins with a dash is for turbo", async () => {
  const { ran } = await runWith(["lint", "gpu", "dns", "--force", "--summarize"]);
  expect(ran).toEqual([
    `turbo run lint --filter=@acme/dns --filter=@acme/gpu ${options} --force --summarize`,
  ]);
});

it("an unknown name is refused before anything is run", async () => {
  expect(await runWith(["lint", "gpu", "nope"])).toEqual({
    code: "specs/nope/source/openapi.yaml: missing; the APIs are: dns, gpu",
    ran: [],
  });
});

it("an API whose package has no tasks is refused: turbo would pass over it", async () => {
  const { code, ran } = await runWith(["check"], { packaged: ["gpu"] });
  expect(code).toMatch(
    /^packages\/dns\/turbo\.json: missing, so that turbo would pass over it in check;/,
  );
  expect(ran).toEqual([]);
});
