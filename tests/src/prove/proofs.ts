import { type Command, InputError, type Output } from "@cloud-clients/spec-tools/command";
import { provePackages } from "./prove-packages.js";
import { proveProperties } from "./prove-properties.js";
import { proveReadme } from "./prove-readme.js";
import { proveRuntimes } from "./prove-runtimes.js";
import { proveSite } from "./prove-site.js";

/** Something that is proven outside of the workspace, from what is packed. */
interface Proof {
  readonly usage: string;
  readonly what: string;
  readonly prove: Command;
}

/** What there is to prove, by name. */
export const proofs: Readonly<Record<string, Proof>> = {
  packages: {
    usage: "packages [PART…]",
    what: "tarballs, package managers, TypeScript, test frameworks, bundlers",
    prove: provePackages,
  },
  runtimes: {
    usage: "runtimes [NAME…]",
    what: "one suite in Node 20 to 26, Bun, Deno, workerd and Chromium",
    prove: proveRuntimes,
  },
  properties: {
    usage: "properties",
    what: "all examples of each property, and all races",
    prove: withoutNames(proveProperties),
  },
  readme: {
    usage: "readme",
    what: "everything that the READMEs print, done in an empty folder",
    prove: withoutNames(proveReadme),
  },
  site: {
    usage: "site",
    what: "every page of the site, its links and its looks, in Chromium",
    prove: withoutNames(proveSite),
  },
};

function withoutNames(prove: (output: Output) => Promise<number>): Command {
  return async ([name], output) => {
    if (name !== undefined) throw new InputError(`${name}: this proof has no parts`);
    return prove(output);
  };
}

/** `prove [NAME]`: makes a proof, or `all` of them; without a name, says what there is. */
export async function prove([name, ...more]: string[], output: Output): Promise<number> {
  if (name === undefined) {
    for (const { usage, what } of Object.values(proofs)) output.out(`prove ${usage}: ${what}`);
    output.out("prove all: everything");
    return 0;
  }
  if (name === "all" && more.length === 0) return proveAll(output);
  const proof = Object.hasOwn(proofs, name) ? proofs[name] : undefined;
  if (proof === undefined) {
    const names = [...Object.keys(proofs), "all"].join(", ");
    throw new InputError(`prove ${[name, ...more].join(" ")}: there are ${names}`);
  }
  return proof.prove(more, output);
}

/** Makes every proof, those after one that fails too. @throws InputError with a line for each thing that is wrong */
async function proveAll(output: Output): Promise<number> {
  const problems: string[] = [];
  let code = 0;
  for (const [name, proof] of Object.entries(proofs)) {
    output.out(`prove ${name}`);
    try {
      code = (await proof.prove([], output)) || code;
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new InputError(...problems);
  return code;
}
