import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type ParseArgsConfig, parseArgs } from "node:util";
import { InputError, messageOf } from "./input-error.js";

/** The checkout these scripts stand in, whatever the working directory is. */
export const ownRoot: string = fileURLToPath(new URL("../../../../", import.meta.url));

/** Arguments without a dash, and the string options that were given. */
interface Arguments<Option extends string> {
  words: string[];
  options: Partial<Record<Option, string>>;
  /** Absolute path of the checkout to work on: `--root`, else the one the scripts stand in. */
  root: string;
}

/**
 * Reads a command line of words and `--option value` pairs; `--root` is always allowed.
 *
 * @throws InputError naming the usage when an option is unknown or lacks its value.
 */
export function readArguments<Option extends string>(
  args: string[],
  names: readonly Option[],
  usage: string,
): Arguments<Option> {
  const options: NonNullable<ParseArgsConfig["options"]> = { root: { type: "string" } };
  for (const name of names) options[name] = { type: "string" };
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const { root, ...given } = values as Partial<Record<string, string>>;
    return {
      words: positionals,
      options: given as Partial<Record<Option, string>>,
      root: resolve(root ?? ownRoot),
    };
  } catch (error) {
    throw new InputError(`${messageOf(error)} Usage: ${usage}`);
  }
}
