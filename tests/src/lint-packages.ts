import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { InputError, runAsProcess } from "@cloud-clients/spec-tools/command";
import { packOurs } from "./pack.js";
import { publintProblems } from "./prove/tarballs.js";
import { packages } from "./repo.js";

await runAsProcess(async (_args, output) => {
  const folder = await mkdtemp(join(tmpdir(), "lint-packages-"));
  try {
    const tarballs = await packOurs(folder, [...packages, "spec-tools"]);
    const problems: string[] = [];
    for (const [name, file] of tarballs) {
      const found = await publintProblems(file, folder);
      problems.push(...found.map((problem) => `${name}: ${problem}`));
    }
    if (problems.length > 0) throw new InputError(...problems);
    output.out(`${tarballs.size} packages: publint has nothing to say`);
    return 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
