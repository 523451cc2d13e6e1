import { describe, expect, it } from "vitest";
import { problemsOf } from "./lint-spec.js";

const rule = "house/error-codes-fit";

async function said(extensions: string): Promise<string[]> {
  const found = await problemsOf(rule, `  /things: {}\n${extensions}`);
  return found.map(({ pointer, message }) => `${pointer} ${message}`);
}

describe("x-error-codes", () => {
  it("may be missing, whatever other extensions name", async () => {
    expect(await said("x-rate-limit-error: { codes: [T.2] }")).toEqual([]);
  });

  it("has a status and a label for each code", async () => {
    expect(
      await said(`x-error-codes:
  T.1: { status: 404, label: unknown }
  T.2: { status: 200, label: fine }
  T.3: { status: 400 }
  T.4: bad`),
    ).toEqual([
      "#/x-error-codes/T.2 x-error-codes: T.2 needs a status from 400 to 599 and a label.",
      "#/x-error-codes/T.3 x-error-codes: T.3 needs a status from 400 to 599 and a label.",
      "#/x-error-codes/T.4 x-error-codes: T.4 needs a status from 400 to 599 and a label.",
    ]);
    expect(await said("x-error-codes: [T.1]")).toEqual([
      "#/x-error-codes x-error-codes: must be a mapping of codes.",
    ]);
  });

  it("has every code that the extensions about retries name", async () => {
    expect(
      await said(`x-rate-limit-error: { codes: [T.1, T.2] }
x-permanent-error: { codes: [T.3] }
x-error-codes:
  T.1: { status: 400, label: too fast }`),
    ).toEqual([
      "#/x-rate-limit-error/codes/1 x-error-codes: lacks T.2, which x-rate-limit-error names.",
      "#/x-permanent-error/codes/0 x-error-codes: lacks T.3, which x-permanent-error names.",
    ]);
  });

  it("are named by mappings with a list of texts, and nothing else", async () => {
    for (const extension of ["x-rate-limit-error", "x-permanent-error"]) {
      for (const wrong of [
        "[T.1]",
        "{}",
        "{ codes: [] }",
        "{ codes: T.1 }",
        "{ codes: [7] }",
        "{ code: [T.1] }",
        "{ codes: [T.1], status: 400 }",
      ]) {
        expect(await said(`${extension}: ${wrong}`)).toEqual([
          `#/${extension} ${extension} must be a mapping with "codes" alone: a non-empty list of strings.`,
        ]);
      }
    }
  });
});
