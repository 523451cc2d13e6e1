/** What a newcomer may do after the tour. */
export function nextSteps(): void {
  console.log(`
What next:
  your own instances, read only    PPIO_API_KEY=… npx --yes pnpm@10 start
  one page per task                docs/guides/README.md
  everything that must hold        npx --yes pnpm@10 test
  correct a spec, add an API       README.md, specs/README.md
  the emulator by itself           node packages/emulator/dist/cli.js ppio-gpu --port 4010`);
}
