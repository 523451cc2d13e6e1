import type { Outcome } from "./measure.js";
import type { Way } from "./ways.js";

const begin = "<!-- races: begin, written by the command above -->";
const end = "<!-- races: end -->";

/** The words of the tables in one language. */
interface Words {
  /** Head of the table of ways. */
  readonly ways: string;
  /** Head of the table of locks. */
  readonly locks: string;
  readonly processes: Record<Outcome["processes"], string>;
  readonly way: Record<Way, string>;
  readonly of: string;
  readonly to: string;
  readonly ownLock: string;
}

/** The languages of the pages that have the tables. */
export type Language = "English" | "Chinese";

const words: Record<Language, Words> = {
  English: {
    ways: "| writers | processes | how | entries missing in the end | reported by an error | unnoticed | requests an edit |",
    locks:
      "| latency each way | writers | lock | entries missing in the end | errors | requests an edit | ms an edit | beside one process |",
    processes: { one: "one", separate: "separate" },
    way: {
      "by hand": "by hand",
      addPorts: "addPorts",
      "addPorts, settled and reapplied": "addPorts, settled and reapplied",
    },
    of: "of",
    to: "to",
    ownLock: "within one process",
  },
  Chinese: {
    ways: "| 写入者 | 进程 | 方式 | 最后缺少的条目 | 以错误报告 | 未发现 | 每次编辑的请求数 |",
    locks:
      "| 单向延迟 | 写入者 | 锁 | 最后缺少的条目 | 错误 | 每次编辑的请求数 | 每次编辑的毫秒数 | 与同一进程相比 |",
    processes: { one: "同一个", separate: "各自独立" },
    way: {
      "by hand": "手写",
      addPorts: "addPorts",
      "addPorts, settled and reapplied": "addPorts，等待并重放",
    },
    of: "/",
    to: "至",
    ownLock: "同一进程内",
  },
};

/** The outcomes as a Markdown table. */
export function table(outcomes: readonly Outcome[], language: Language): string {
  const { ways: head, processes, way, of } = words[language];
  const rows = outcomes.map((outcome) => {
    const { writers, entries, lost, unnoticed, requests } = outcome;
    const cells = [
      writers,
      processes[outcome.processes],
      way[outcome.way],
      `${lost} ${of} ${entries} (${((100 * lost) / entries).toFixed(1)} %)`,
      lost - unnoticed,
      unnoticed,
      (requests / entries).toFixed(1),
    ];
    return `| ${cells.join(" | ")} |`;
  });
  return [head, "|---|---|---|---|---|---|---|", ...rows].join("\n");
}

/** The outcomes with locks, and with the lock within a process for comparison, as a Markdown table. */
export function lockTable(outcomes: readonly Outcome[], language: Language): string {
  const { locks: head, of, to, ownLock } = words[language];
  const eachMs = ({ ms, entries }: Outcome): number => ms / entries;
  const sorted = outcomes.toSorted((one, other) => one.latencyMs - other.latencyMs);
  const rows = sorted.map((outcome) => {
    const { writers, latencyMs, lock, entries, lost, errors, requests } = outcome;
    const alone = outcomes.find(
      (one) => one.writers === writers && one.latencyMs === latencyMs && !one.lock,
    );
    const beside = alone && lock ? `${(eachMs(outcome) / eachMs(alone)).toFixed(2)} ×` : "";
    const cells = [
      `0 ${to} ${latencyMs} ms`,
      writers,
      lock?.name ?? ownLock,
      `${lost} ${of} ${entries}`,
      errors,
      (requests / entries).toFixed(1),
      eachMs(outcome).toFixed(1),
      beside,
    ];
    return `| ${cells.join(" | ")} |`;
  });
  return [head, "|---|---|---|---|---|---|---|---|", ...rows].join("\n");
}

/**
 * A page with the table put between its markers.
 *
 * @throws Error when the page has no markers
 */
export function withTable(page: string, text: string): string {
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from < 0 || to < from) throw new Error(`the page lacks the lines ${begin} and ${end}`);
  return `${page.slice(0, from)}${begin}\n\n${text}\n\n${page.slice(to)}`;
}
