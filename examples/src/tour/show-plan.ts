import type { Plan } from "@cloud-clients/ppio-gpu";

/** Shows a plan as a diff: what goes, what comes, what stays. */
export function showPlan<Entry>(plan: Plan<Entry>, describe: (entry: Entry) => string): void {
  for (const entry of plan.kept) console.log(`    ${describe(entry)}`);
  for (const entry of plan.removed) console.log(`  - ${describe(entry)}`);
  for (const { base, desired } of plan.changed) {
    console.log(`  - ${describe(base)}\n  + ${describe(desired)}`);
  }
  for (const entry of plan.added) console.log(`  + ${describe(entry)}`);
}
