import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { InputError, runAsProcess } from "@cloud-clients/spec-tools/command";
import { CompilerState, Extractor, ExtractorConfig } from "@microsoft/api-extractor";

/**
 * Compares the API reports of the package in the working directory, one per `api-extractor*.json`, with what is built;
 * `--write` writes them. Ends with 1 when a report differs, or when API Extractor has another complaint.
 */
await runAsProcess(async (args, { out }) => {
  const write = args[0] === "--write";
  if (args.length > (write ? 1 : 0)) {
    throw new InputError("Usage: api-reports [--write], in the folder of a package");
  }
  const folder = process.cwd();
  const files = (await readdir(folder)).filter((name) => /^api-extractor.*\.json$/.test(name));
  const configs = files
    .sort()
    .map((name) => ExtractorConfig.loadFileAndPrepare(join(folder, name)));
  const [first] = configs;
  if (first === undefined) throw new InputError(`${folder}: there is no api-extractor.json`);
  // One program of all entries: nearly all of the time goes into reading what they have in common.
  const compilerState = CompilerState.create(first, {
    additionalEntryPoints: configs.map(({ mainEntryPointFilePath }) => mainEntryPointFilePath),
  });
  const failed = configs.filter(
    (config) => !Extractor.invoke(config, { compilerState, localBuild: write }).succeeded,
  );
  if (failed.length > 0) {
    throw new InputError(
      ...failed.map(({ reportFilePath }) => `${basename(reportFilePath)}: API Extractor complains`),
    );
  }
  out(`${configs.length} API reports are right`);
  return 0;
});
