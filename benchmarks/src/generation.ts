import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { samplesOf } from "./compare.js";
import { type Comparison, type Measured, ratioFigures } from "./comparison.js";
import { importing, type Repository, specTools, withEachDocument } from "./large-repository.js";
import { type NodeCommand, runInTurns, runOnce } from "./measure-command.js";
import { ours, reasonOf } from "./peers/clients.js";
import { generators } from "./peers/generators.js";
import { step } from "./report.js";

/** How often each document is generated from: a round of the large one takes half a minute. */
const rounds = { "390 operations": 4, "80 000 lines": 3 };

/** CPU, memory and time of generating from one document: our `generate` beside other generators. */
export async function generation(): Promise<Measured> {
  const comparisons: Comparison[] = [];
  await withEachDocument(async (name, repository) => {
    const { commands, absent } = await commandsFor(repository);
    const work = `generate, ${name}`;
    const runs = await step(work, () => runInTurns(commands, rounds[name]));
    comparisons.push({
      work,
      about:
        `A made-up document of ${repository.lines} lines, by the command of each. Ours writes a corrected document, ` +
        "types, and functions for calls and lists; openapi-typescript types alone.",
      ours,
      measures: [
        { name: "CPU", unit: "s", samples: samplesOf(runs, ({ cpu }) => cpu) },
        { name: "memory", unit: "MB", samples: samplesOf(runs, ({ memory }) => memory) },
        { name: "time", unit: "s", samples: samplesOf(runs, ({ time }) => time) },
      ],
      absent,
    });
  });
  const figures = comparisons.flatMap(({ work, measures }) =>
    measures.flatMap((measure) =>
      ratioFigures(`${measure.name} of ${work}`, measure, ours, "openapi-typescript"),
    ),
  );
  return { figures, comparisons };
}

/** The commands that generate from a document; each has done so once. */
async function commandsFor({
  root,
  document,
}: Repository): Promise<{ commands: Record<string, NodeCommand>; absent: Record<string, string> }> {
  await runOnce("import-docs", importing(root, document));
  const own = specTools(root, "generate", "large");
  await runOnce("generate", own);
  const commands: Record<string, NodeCommand> = { [ours]: own };
  const absent: Record<string, string> = {};
  for (const [name, generator] of Object.entries(generators)) {
    const folder = join(root, "generated", name);
    await mkdir(folder, { recursive: true });
    const command = generator(document, folder);
    try {
      await runOnce(name, command);
      commands[name] = command;
    } catch (error) {
      absent[name] = reasonOf(error);
    }
  }
  return { commands, absent };
}
