/** The line of what a program printed that names its error. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
  const lines = `${stderr}\n${stdout}`.split("\n").filter((line) => line.trim() !== "");
  // Node shows the line of code that throws before the error.
  const thrown = lines.findIndex((line) => /^\s*\w*Error(?: \[\w+\])?: /.test(line));
  const at = thrown >= 0 ? thrown : lines.findIndex((line) => /error/i.test(line));
  const [found = lines.at(-1) ?? error.message, next = ""] = at < 0 ? [] : lines.slice(at, at + 2);
  return found.endsWith(":") ? `${found.trim()} ${next.trim()}` : found.trim();
}
