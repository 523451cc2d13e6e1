import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { apis, read } from "../src/repo.js";

/** The owners of each pattern, in the order in which GitHub reads them: the last one that fits counts. */
const owners = (await read(".github/CODEOWNERS"))
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => line.split(/\s+/));

describe(".github/CODEOWNERS", () => {
  it("begins with the owners of everything", () => expect(owners[0]?.[0]).toBe("*"));

  it("names the owners of each API's specs and package, and of no API that there is not", () => {
    const named = owners.map(([pattern = ""]) => pattern);
    const specs = named.filter((pattern) => pattern.startsWith("/specs/"));
    expect(specs.sort()).toEqual(apis.map((api) => `/specs/${api}/`));
    for (const api of apis) expect(named).toContain(`/packages/${api}/`);
  });

  it("names a team or a person on every line", () => {
    for (const [pattern, ...names] of owners) {
      expect(names.length, pattern).toBeGreaterThan(0);
      for (const name of names) expect(name).toMatch(/^@[\w-]+(\/[\w-]+)?$/);
    }
  });
});

describe(".github/dependabot.yml", async () => {
  const { updates } = parse(await read(".github/dependabot.yml")) as {
    updates: { "package-ecosystem": string; cooldown?: { "default-days"?: number } }[];
  };
  const { minimumReleaseAge } = parse(await read("pnpm-workspace.yaml"));

  it("looks after packages and actions", () => {
    expect(updates.map((one) => one["package-ecosystem"])).toEqual(["npm", "github-actions"]);
  });

  it.each(updates)("proposes no version that an install would refuse as too new: %s", (update) => {
    const days = update.cooldown?.["default-days"] ?? 0;
    expect(days * 24 * 60).toBeGreaterThanOrEqual(minimumReleaseAge);
  });
});
