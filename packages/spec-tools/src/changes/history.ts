import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { InputError, messageOf } from "../base/input-error.js";

const run = promisify(execFile);

/** A commit to compare with, and how it was chosen, for people. */
export interface Base {
  commit: string;
  /** `since @cloud-clients/ppio-gpu@0.1.0` */
  said: string;
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

  /** The history of a checkout; undefined where it is not under git, as in an unpacked archive. */
  static async of(root: string): Promise<History | undefined> {
    const history = new History(root);
    const inside = await history.#git("rev-parse", "--is-inside-work-tree");
    return inside === "true" ? history : undefined;
  }

  /**
   * The commit of a tag, or of a version of a package.
   *
   * @param wanted a tag, a commit, or a version like `0.2.0`, which is the tag `<package>@0.2.0` or `v0.2.0`.
   * @throws InputError when there is no such tag.
   */
  async at(wanted: string, packageName: string): Promise<Base> {
    const isVersion = /^\d+\.\d+\.\d+/.test(wanted);
    const names = isVersion ? [`${packageName}@${wanted}`, `v${wanted}`] : [wanted];
    for (const name of names) {
      const commit = await this.#commit(name);
      if (commit !== undefined) return { commit, said: `since ${name}` };
    }
    const hint = (await this.#isShallow())
      ? "the clone is shallow; run: git fetch --unshallow --tags"
      : "see: git tag";
    throw new InputError(`--since ${wanted}: no tag or commit ${names.join(" or ")} here; ${hint}`);
  }

  /**
   * The last release of a package, by its newest tag `<package>@<version>` that leads here. Without one, nothing
   * was released yet: the commit where this branch left main, which on main is the last commit.
   *
   * @param wasReleased whether it is known to have been: then a tag must be there.
   * @throws InputError in a shallow clone that lacks what to compare with.
   */
  async lastRelease(packageName: string, wasReleased: boolean): Promise<Base> {
    const tag = (await this.#releaseTags()).find((name) => name.startsWith(`${packageName}@`));
    if (tag !== undefined) return { commit: `refs/tags/${tag}`, said: `since ${tag}` };
    const isShallow = await this.#isShallow();
    const left = isShallow && wasReleased ? undefined : await this.#leftMain();
    if (left !== undefined) {
      const where = `${left.slice(0, 7)}, where this branch left main`;
      return { commit: left, said: `no release yet: since ${where}` };
    }
    if (isShallow) {
      throw new InputError(
        `${packageName}: a shallow clone without the last release or main; run: git fetch --unshallow --tags`,
      );
    }
    const head = await this.#commit("HEAD");
    if (head === undefined) throw new InputError("git: there is no commit yet to compare with");
    return { commit: head, said: "no release yet: since the last commit" };
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
        return before !== now || edited.some((file) => `${file}/`.startsWith(`${path}/`));
      }),
    );
  }

  /** A file of a commit as text; undefined where there was none. */
  async read(commit: string, path: string): Promise<string | undefined> {
    return this.#git("show", `${commit}:./${path}`);
  }

  /** The files of a commit below a folder, as text. Takes two processes of git, however many files there are. */
  async readBelow(commit: string, folder: string): Promise<Map<string, string>> {
    const listed = (await this.#git("ls-tree", "-r", "-z", commit, "--", `${folder}/`)) ?? "";
    const blobs = [...listed.matchAll(/[0-7]+ blob ([0-9a-f]+)\t([^\0]+)\0/g)];
    const texts = await this.#texts(blobs.map(([, id = ""]) => id));
    return new Map(blobs.map(([, , file = ""], index) => [file, texts[index] ?? ""]));
  }

  async #editedSinceHead(): Promise<string[]> {
    const options = ["--name-only", "--no-renames", "--relative", "-z"];
    return ((await this.#git("diff", ...options, "HEAD")) ?? "").split("\0");
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
      const bytes = Number(stdout.toString("latin1", at, start).split(" ")[2]);
      at = start + bytes + 1;
      return stdout.toString("utf8", start, start + bytes);
    });
  }

  /** Tags of releases that lead here, the newest version of a package first. */
  async #releaseTags(): Promise<string[]> {
    this.#tags ??= this.#git("tag", "--merged", "HEAD", "--list", "*@*", "--sort=-v:refname");
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
    try {
      const { stdout } = await run("git", args, { cwd: this.#root, maxBuffer: 2 ** 27 });
      return stdout.replace(/\n$/, "");
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "ENOENT") {
        throw new InputError(`git: ${messageOf(error)}; changes are read from the history`);
      }
      return undefined;
    }
  }
}

/** A path in a commit and in HEAD, for git. */
function atBoth(commit: string, path: string): [string, string] {
  return [`${commit}:./${path}`, `HEAD:./${path}`];
}
