import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { InputError, messageOf } from "../base/input-error.js";

const run = promisify(execFile);

/** A commit to compare with, and how it was chosen, for people. */
export interface Base {
  commit: string;
  /** `since @cloud-clients/ppio-gpu@0.1.0` */
  said: string;
  /** Whether it is a release of the package, by its own tag. */
  isRelease: boolean;
}

/** A checkout under git: what stood in it before. */
export class History {
  readonly #root: string;
  // The same for all APIs.
  #tags: Promise<string | undefined> | undefined;
  #left: Promise<string | undefined> | undefined;

  private constructor(root: string) {
    this.#root = root;
  }

  /**
   * The history of a checkout; undefined where it is not under git, as in an unpacked archive.
   *
   * @throws InputError when git is not installed, or refuses the checkout, as it does that of another user.
   */
  static async of(root: string): Promise<History | undefined> {
    const history = new History(root);
    const inside = await history.#ask("rev-parse", "--is-inside-work-tree");
    if (inside instanceof Error) {
      if (inside.message.includes("not a git repository")) return undefined;
      throw new InputError(`${root}: changes are read from the history; ${said(inside)}`);
    }
    return inside === "true" ? history : undefined;
  }

  /**
   * The commit of a tag, or of a version of a package.
   *
   * @param wanted a tag, a commit, or a version like `0.2.0`, which is the first tag there is of `<package>@0.2.0`, `v0.2.0`, `0.2.0`.
   * @throws InputError when there is no such tag.
   */
  async at(wanted: string, packageName: string): Promise<Base> {
    const isVersion = /^\d+\.\d+\.\d+/.test(wanted);
    const names = isVersion ? [`${packageName}@${wanted}`, `v${wanted}`, wanted] : [wanted];
    for (const name of names) {
      const commit = await this.#commit(name);
      if (commit !== undefined) {
        return { commit, said: `since ${name}`, isRelease: name === `${packageName}@${wanted}` };
      }
    }
    const hint = (await this.#isShallow())
      ? "the clone is shallow; run: git fetch --unshallow --tags"
      : "see: git tag";
    const any = new Intl.ListFormat("en", { type: "disjunction" }).format(names);
    throw new InputError(`--since ${wanted}: no tag or commit ${any} here; ${hint}`);
  }

  /**
   * The last release of a package, by its newest tag `<package>@<version>` that leads here. Without one, nothing
   * was released yet: the commit where this branch left main, which on main is the last commit.
   *
   * @param wasReleased whether it is known to have been: then a tag must be there.
   * @throws InputError in a shallow clone that lacks what to compare with.
   */
  async lastRelease(packageName: string, wasReleased: boolean): Promise<Base> {
    const versions = (await this.#releaseTags()).flatMap((name) =>
      name.startsWith(`${packageName}@`) ? [name.slice(packageName.length + 1)] : [],
    );
    const newest = newestOf(versions);
    if (newest !== undefined) {
      const tag = `${packageName}@${newest}`;
      return { commit: `refs/tags/${tag}`, said: `since ${tag}`, isRelease: true };
    }
    const isShallow = await this.#isShallow();
    const left = isShallow && wasReleased ? undefined : await this.#leftMain();
    if (left !== undefined) {
      const where = `${left.slice(0, 7)}, where this branch left main`;
      return { commit: left, said: `no release yet: since ${where}`, isRelease: false };
    }
    if (isShallow) {
      throw new InputError(
        `${packageName}: a shallow clone without the last release or main; run: git fetch --unshallow --tags`,
      );
    }
    const head = await this.#commit("HEAD");
    if (head === undefined) throw new InputError("git: there is no commit yet to compare with");
    return { commit: head, said: "no release yet: since the last commit", isRelease: false };
  }

  /** Whether any of these files or folders differs from a commit; files that git does not know yet do not count. */
  async differs(commit: string, paths: readonly string[]): Promise<boolean> {
    return (await this.#git("diff", "--quiet", commit, "--", ...paths)) === undefined;
  }

  /**
   * For each commit and its paths, whether {@link differs} has to be asked: it has not where they are the same in HEAD
   * and nothing was edited since. Takes two processes of git, however many there are.
   */
  async mayDiffer(
    wanted: readonly { commit: string; paths: readonly string[] }[],
  ): Promise<boolean[]> {
    const edited = await this.#editedSinceHead();
    const ids = await this.#ids(
      wanted.flatMap(({ commit, paths }) => paths.flatMap((path) => atBoth(commit, path))),
    );
    return wanted.map(({ commit, paths }) =>
      paths.some((path) => {
        const [before, now] = atBoth(commit, path).map((name) => ids.get(name));
        return (
          before !== now || (edited?.some((file) => `${file}/`.startsWith(`${path}/`)) ?? true)
        );
      }),
    );
  }

  /**
   * A file of a commit as text; undefined where there was none.
   *
   * @throws InputError when it is there and cannot be read, as in a partial clone without its network.
   */
  async read(commit: string, path: string): Promise<string | undefined> {
    const text = await this.#ask("show", `${commit}:./${path}`);
    if (!(text instanceof Error)) return text;
    if ((await this.#git("ls-tree", commit, "--", path)) === "") return undefined;
    throw new InputError(`${path}: cannot be read as it was in ${commit}; ${said(text)}`);
  }

  /**
   * The files of a commit below a folder, as text. Takes two processes of git, however many files there are.
   *
   * @throws InputError when one cannot be read, as above.
   */
  async readBelow(commit: string, folder: string): Promise<Map<string, string>> {
    const listed = (await this.#git("ls-tree", "-r", "-z", commit, "--", `${folder}/`)) ?? "";
    const blobs = [...listed.matchAll(/[0-7]+ blob ([0-9a-f]+)\t([^\0]+)\0/g)];
    const texts = await this.#texts(blobs.map(([, id = ""]) => id)).catch((error: Error) => {
      throw new InputError(`${folder}: cannot be read as it was in ${commit}; ${said(error)}`);
    });
    return new Map(blobs.map(([, , file = ""], index) => [file, texts[index] ?? ""]));
  }

  /** Undefined where git cannot tell. */
  async #editedSinceHead(): Promise<string[] | undefined> {
    const options = ["--name-only", "--no-renames", "--relative", "-z"];
    return (await this.#git("diff", ...options, "HEAD"))?.split("\0");
  }

  /** What git calls each of these, a file or folder of a commit; those that are not there are left out. */
  async #ids(names: readonly string[]): Promise<Map<string, string>> {
    const asked = run("git", ["cat-file", "--batch-check=%(objectname)"], {
      cwd: this.#root,
      maxBuffer: 2 ** 27,
    });
    asked.child.stdin?.end(names.map((name) => `${name}\n`).join(""));
    const lines = (await asked).stdout.split("\n");
    return new Map(
      names.flatMap((name, index) => {
        const id = lines[index] ?? "";
        return /^[0-9a-f]+$/.test(id) ? [[name, id]] : [];
      }),
    );
  }

  /** The texts of blobs, by what git calls them. */
  async #texts(ids: readonly string[]): Promise<string[]> {
    if (ids.length === 0) return [];
    const asked = run("git", ["cat-file", "--batch"], {
      cwd: this.#root,
      encoding: "buffer",
      maxBuffer: 2 ** 27,
    });
    asked.child.stdin?.end(ids.map((id) => `${id}\n`).join(""));
    const { stdout } = await asked;
    // One after the other: "<id> blob <bytes>", a line end, that many bytes, a line end.
    let at = 0;
    return ids.map(() => {
      const start = stdout.indexOf("\n", at) + 1;
      const header = stdout.toString("latin1", at, start);
      const [, type, bytes] = header.split(" ");
      if (type !== "blob") throw new Error(header);
      const end = start + Number(bytes);
      at = end + 1;
      return stdout.toString("utf8", start, end);
    });
  }

  /** Tags of releases that lead here. */
  async #releaseTags(): Promise<string[]> {
    this.#tags ??= this.#git("tag", "--merged", "HEAD", "--list", "*@*");
    return ((await this.#tags) ?? "").split("\n");
  }

  #leftMain(): Promise<string | undefined> {
    this.#left ??= (async () => {
      for (const main of ["origin/HEAD", "origin/main", "main"]) {
        const commit = await this.#git("merge-base", "HEAD", main);
        if (commit !== undefined) return commit;
      }
      return undefined;
    })();
    return this.#left;
  }

  #commit(name: string): Promise<string | undefined> {
    // A name with a dash in front must not become an option.
    return this.#git("rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`);
  }

  async #isShallow(): Promise<boolean> {
    return (await this.#git("rev-parse", "--is-shallow-repository")) === "true";
  }

  /** What git prints, without the line end; undefined when it fails. */
  async #git(...args: string[]): Promise<string | undefined> {
    const printed = await this.#ask(...args);
    return printed instanceof Error ? undefined : printed;
  }

  /** What git prints, without the line end, or the error that it ended with. */
  async #ask(...args: string[]): Promise<string | Error> {
    try {
      // What it says of an error is read, too: it must be in English.
      const env = { ...process.env, LC_ALL: "C" };
      const { stdout } = await run("git", args, { cwd: this.#root, maxBuffer: 2 ** 27, env });
      return stdout.replace(/\n$/, "");
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      if ("code" in error && error.code === "ENOENT") {
        throw new InputError(`git: ${messageOf(error)}; changes are read from the history`);
      }
      return "stderr" in error && error.stderr !== "" ? new Error(String(error.stderr)) : error;
    }
  }
}

/** What git said of an error, in one line. */
function said({ message }: Error): string {
  return `git says: ${message.replaceAll(/\s+/g, " ").trim()}`;
}

/** The newest of some versions; what is none does not count. A release is newer than what was tried before it. */
function newestOf(versions: readonly string[]): string | undefined {
  const parsed = versions.flatMap((version) => {
    const [, numbers, trial] = /^(\d+\.\d+\.\d+)(-[^+]+)?(?:\+.*)?$/.exec(version) ?? [];
    return numbers === undefined ? [] : [{ version, numbers, trial }];
  });
  const compare = (one: string, other: string) => one.localeCompare(other, "en", { numeric: true });
  const [newest] = parsed.sort((one, other) => {
    const byNumbers = compare(other.numbers, one.numbers);
    if (byNumbers !== 0) return byNumbers;
    if (one.trial === undefined || other.trial === undefined)
      return one.trial === undefined ? -1 : 1;
    return compare(other.trial, one.trial);
  });
  return newest?.version;
}

/** A path in a commit and in HEAD, for git. */
function atBoth(commit: string, path: string): [string, string] {
  return [`${commit}:./${path}`, `HEAD:./${path}`];
}
