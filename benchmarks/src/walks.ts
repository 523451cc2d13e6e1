import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { inTurns, samplesOf } from "./compare.js";
import { type Measured, ratioFigures } from "./comparison.js";
import { ours, startServer, withEach } from "./peers/clients.js";
import { pageSize } from "./peers/peer.js";
import { bundle } from "./programs.js";
import { step } from "./report.js";

const run = promisify(execFile);
const items = 100_000;
const reports = fileURLToPath(new URL("../reports/peers/walks/", import.meta.url));

/** What one walk took. */
interface Walk {
  readonly items: number;
  readonly seconds: number;
  readonly cpu: number;
  /** The largest resident size of the process, in MB. */
  readonly memory: number;
}

/**
 * Time, CPU and memory of a walk over 100 000 items in pages of 100, each in a fresh process that does nothing else,
 * from a server in another one.
 */
export async function walks(): Promise<Measured> {
  const { baseUrl, close } = await startServer(items / pageSize);
  try {
    const once = async (file: string): Promise<Walk> => {
      const { stdout } = await run(process.execPath, [file, baseUrl]);
      const walk = JSON.parse(stdout) as Walk;
      if (walk.items !== items) throw new Error(`saw ${walk.items} of ${items} items`);
      return walk;
    };
    const { results, absent } = await withEach(async ({ file }, name) => {
      const program = `${reports}${name.replaceAll(" ", "-")}.mjs`;
      await bundle(program, walking(file));
      await once(program);
      return program;
    });
    const work = "walk of 100 000 items over a socket";
    const measured = await step(work, () =>
      inTurns(Object.keys(results), { rounds: 5 }, (name) => once(results[name] ?? "")),
    );
    const time = {
      name: "time",
      unit: "s",
      samples: samplesOf(measured, ({ seconds }) => seconds),
    };
    const cpu = { name: "CPU", unit: "s", samples: samplesOf(measured, ({ cpu }) => cpu) };
    const memory = {
      name: "memory",
      unit: "MB",
      samples: samplesOf(measured, ({ memory }) => memory),
    };
    const byHand = "hand-written fetch";
    return {
      comparisons: [
        {
          work,
          about:
            "1000 pages of 100 instances, about 1 kB each, from a server in another process. Each walk is a fresh " +
            "process; the memory is the most that it held.",
          ours,
          measures: [time, cpu, memory],
          absent,
        },
      ],
      figures: [time, cpu, memory].flatMap((measure) =>
        ratioFigures(`${measure.name} of a ${work}, to a loop by hand`, measure, ours, byHand),
      ),
    };
  } finally {
    close();
  }
}

function walking(file: string): string {
  return `
    import { connect, walk } from ${JSON.stringify(file)};
    const began = performance.now();
    const before = process.cpuUsage();
    let items = 0;
    for await (const item of walk(connect({ baseUrl: process.argv[2] }))) if (item.id) items++;
    const { user, system } = process.cpuUsage(before);
    const seconds = (performance.now() - began) / 1000;
    const memory = process.resourceUsage().maxRSS / 1000;
    console.log(JSON.stringify({ items, seconds, cpu: (user + system) / 1e6, memory }));`;
}
