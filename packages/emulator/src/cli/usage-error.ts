/** The command line makes no sense; the message is one line for people. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
