import { availableParallelism } from "node:os";
import { mergeConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import base from "../vitest.base.js";

/** The files that take longest, by name. */
const long = ["year-of-edits", "pipeline", "add-an-api", "packed", "imports"];

/** Begins with the long files: the last one must not run alone while a worker has nothing left to do. */
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = long.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
      return at < 0 ? long.length : at;
    };
    return (await super.sort(files)).sort((one, other) => rank(one) - rank(other));
  }
}

// Of all workspaces this one takes longest, and most of it in processes that it waits for: one worker is not enough.
export default mergeConfig(base, {
  test: {
    maxWorkers: Math.max(2, availableParallelism() - 1),
    sequence: { sequencer: LongFirst },
  },
});
