import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { InputError, runAsProcess } from "@cloud-clients/spec-tools/command";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { packOurs } from "./pack.js";
import { packages } from "./repo.js";
import { run } from "./run.js";

await runAsProcess(async (_args, output) => {
  const folder = await mkdtemp(join(tmpdir(), "lint-packages-"));
  try {
    const tarballs = await packOurs(folder, [...packages, "spec-tools"]);
    const problems: string[] = [];
    for (const [name, file] of tarballs) {
      // The unpacked folder holds what was packed and nothing else.
      await run("tar", ["-xzf", file], folder);
      const pkgDir = join(folder, "package");
      const { messages, pkg } = await publint({ pkgDir, pack: false, strict: true });
      for (const message of messages) problems.push(`${name}: ${formatMessage(message, pkg)}`);
      await rm(pkgDir, { recursive: true });
    }
    if (problems.length > 0) throw new InputError(...problems);
    output.out(`${tarballs.size} packages: publint has nothing to say`);
    return 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
