import { InputError } from "../base/input-error.js";
import type { Api } from "../base/repository.js";
import { missingChangeset } from "./changesets.js";
import { History } from "./history.js";
import { baseOf, changesSince, pathsOf } from "./versions.js";

/**
 * A line for each API that breaks programs for its last release while no changeset says so, and for each whose last
 * release a shallow clone lacks. None where there is no history, as in an unpacked archive.
 */
export async function unsaidBreaks(apis: readonly Api[]): Promise<string[]> {
  const [first] = apis;
  const history = first && (await History.of(first.repository.root));
  if (history === undefined) return [];
  const lines: string[] = [];
  const collect = async (work: () => Promise<void>) => {
    await work().catch((error) => {
      if (!(error instanceof InputError)) throw error;
      lines.push(...error.problems);
    });
  };
  const compared: { api: Api; commit: string; paths: string[] }[] = [];
  for (const api of apis) {
    await collect(async () => {
      const { commit } = await baseOf(history, api);
      compared.push({ api, commit, paths: pathsOf(api) });
    });
  }
  // Comparing versions is dear, and most APIs are as they were released.
  const mayDiffer = await history.mayDiffer(compared);
  for (const { api } of compared.filter((_, index) => mayDiffer[index])) {
    await collect(async () => {
      lines.push(...(await breaksOf(history, api)));
    });
  }
  return lines;
}

async function breaksOf(history: History, api: Api): Promise<string[]> {
  const { base, here, before, changes } = await changesSince(history, api);
  const bump = await missingChangeset(api.repository.root, changes, before, here);
  if (bump === undefined) return [];
  const breaking = changes.filter(({ level }) => level === "breaking");
  const [first] = breaking;
  const more = breaking.length > 1 ? `, and ${breaking.length - 1} more` : "";
  return [
    `${api.package}: breaks its users (${first?.where}: ${first?.what}${more}; ${base.said}), and no changeset has a ${bump} bump of ${here.name}; ` +
      `run: ${api.repository.command(`changes ${api} --changeset`)}`,
  ];
}
