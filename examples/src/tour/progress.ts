/** A line that says how far a walk has come: rewritten in place on a terminal, else now and then. */
export function progress(label: string): { step(items: number): void; done(): void } {
  const { isTTY } = process.stdout;
  let pages = 0;
  let total = 0;
  const text = (): string => `  ${label}: page ${pages}, ${total} items`;
  return {
    step(items) {
      pages++;
      total += items;
      if (isTTY) process.stdout.write(`\r${text()}`);
      else if (pages % 5 === 1) console.log(text());
    },
    done() {
      console.log(isTTY ? "" : text());
    },
  };
}
