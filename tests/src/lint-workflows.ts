import { InputError, runAsProcess } from "@cloud-clients/spec-tools/command";
import { actionlint } from "./actionlint.js";
import { filesBelow, read } from "./repo.js";

await runAsProcess(async (_args, output) => {
  const files = await filesBelow(".github/workflows", ".yml", ".yaml");
  if (files.length === 0) throw new InputError(".github/workflows: there is no workflow");
  const problems: string[] = [];
  for (const file of files) problems.push(...(await actionlint(file, await read(file))));
  if (problems.length > 0) throw new InputError(...problems);
  output.out(`${files.length} workflows: actionlint has nothing to say`);
  return 0;
});
