import { expect, it } from "vitest";
import { apis, read } from "../src/repo.js";

for (const name of apis) {
  it(`the User-Agent of ${name} names the version in its package.json`, async () => {
    const { name: full, version } = JSON.parse(await read(`packages/${name}/package.json`));
    expect(await read(`packages/${name}/src/version.ts`)).toContain(`"${full}/${version}"`);
  });
}
