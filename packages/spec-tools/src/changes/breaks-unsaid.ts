import type { Api } from "../base/repository.js";
import { missingChangeset } from "./changesets.js";
import type { History } from "./history.js";
import { changesSince } from "./versions.js";

/**
 * A line where an API breaks programs for its last release, and no changeset says so.
 *
 * @throws InputError in a shallow clone that lacks the last release.
 */
export async function breaksUnsaid(history: History, api: Api): Promise<string[]> {
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
