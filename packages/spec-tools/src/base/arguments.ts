import { type ParseArgsConfig, parseArgs } from "node:util";
import { InputError, messageOf } from "./input-error.js";
import { findRepository, openRepository, type Repository } from "./repository.js";

/** Arguments without a dash, and the string options that were given. */
interface Arguments<Option extends string> {
  words: string[];
  options: Partial<Record<Option, string>>;
  /** The repository to work on: the one at `--root`, else the one that the working directory belongs to. */
  repository: Repository;
}

/**
 * Reads a command line of words and `--option value` pairs; `--root` is always allowed.
 *
 * @throws InputError naming the usage when an option is unknown or lacks its value, or saying what is wrong with
 * the repository's config.
 */
export function readArguments<Option extends string>(
  args: string[],
  names: readonly Option[],
  usage: string,
): Arguments<Option> {
  const options: NonNullable<ParseArgsConfig["options"]> = { root: { type: "string" } };
  for (const name of names) options[name] = { type: "string" };
  const { values, positionals } = parse(args, options, usage);
  const { root, ...given } = values as Partial<Record<string, string>>;
  return {
    words: positionals,
    options: given as Partial<Record<Option, string>>,
    repository: root === undefined ? findRepository(process.cwd()) : openRepository(root),
  };
}

function parse(args: string[], options: ParseArgsConfig["options"], usage: string) {
  try {
    return parseArgs({ args, options: options ?? {}, allowPositionals: true });
  } catch (error) {
    throw new InputError(`${messageOf(error)} Usage: ${usage}`);
  }
}
