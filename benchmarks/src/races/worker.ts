import { type Order, runWriter } from "./run-writer.js";

/** A process that runs the orders that its parent sends, each as one writer, until it is let go. */
process.on("message", async ([number, order]: [number, Order]) => {
  process.send?.([number, await runWriter(order, fetch)]);
});
process.on("disconnect", () => process.exit());
