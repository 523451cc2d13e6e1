import { InputError, visible } from "./input-error.js";

export { InputError } from "./input-error.js";

/** Where a command prints: results to `out`, problems to `err`; one call per line. */
export interface Output {
  out(line: string): void;
  err(line: string): void;
}

/**
 * A command: takes its arguments and where to print, and returns its exit code. Bad input is thrown as {@link
 * InputError}.
 */
export type Command = (args: string[], output: Output) => Promise<number>;

const consoleOutput: Output = {
  out: (line) => console.log(line),
  err: (line) => console.error(line),
};

/** Runs a command as this process: arguments from the command line, exit code from the command. */
export async function runAsProcess(command: Command): Promise<void> {
  process.exitCode = await runCommand(command, process.argv.slice(2), consoleOutput);
}

/**
 * Runs one of several commands as this process: the first argument names it. Each is loaded when it is asked for: the
 * compilers that some need take most of a small run to load.
 */
export async function runNamed(
  commands: Readonly<Record<string, () => Promise<Command>>>,
): Promise<void> {
  await runAsProcess(async ([name = "", ...args], output) => {
    const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (load === undefined) {
      throw new InputError(
        `${name || "no command"}: commands are ${Object.keys(commands).join(", ")}`,
      );
    }
    const command = await load();
    return command(args, output);
  });
}

/** The command's exit code; 1 after an {@link InputError}, whose problems are printed one per line. */
export async function runCommand(
  command: Command,
  args: string[],
  output: Output,
): Promise<number> {
  try {
    return await command(args, output);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    // A document from outside may try to end the line, or to steer the terminal.
    for (const problem of error.problems) output.err(visible(problem));
    return 1;
  }
}
