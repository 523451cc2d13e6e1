import { join } from "node:path";
import type { JsonObject } from "@cloud-clients/openapi-model";
import {
  BaseResolver,
  type Config,
  getLineColLocation,
  lintConfig,
  lintDocument,
  loadConfig,
  type NormalizedProblem,
  Source,
} from "@redocly/openapi-core";
import { exists } from "../base/files.js";
import { InputError, messageOf } from "../base/input-error.js";
import { ownFile } from "../base/own-file.js";
import { showPlace } from "../base/place.js";
import type { Repository } from "../base/repository.js";
import { exceptionsName } from "./exceptions.js";

/** What a lint rule says about a bundle. */
export interface LintProblem {
  rule: string;
  message: string;
  /** Where in the bundle: a JSON pointer like `#/paths`. */
  pointer: string;
  /** Whether it is about the key there, not about its value. */
  isAboutKey: boolean;
}

/** The rules of a repository's configuration of Redocly, for all its APIs. */
export class LintRules {
  readonly #repository: Repository;
  readonly #config: Config;

  private constructor(repository: Repository, config: Config) {
    this.#repository = repository;
    this.#config = config;
  }

  /**
   * Reads the repository's configuration with the plugins that it names; what comes with spec-tools where it has none.
   *
   * @throws InputError when it is wrong, or when it holds rules of a single API.
   */
  static async load(repository: Repository): Promise<LintRules> {
    const { redocly: configFile } = repository.settings;
    const own = join(repository.root, configFile);
    const configPath = (await exists(own)) ? own : ownFile("redocly.yaml");
    const config = await loadConfig({ configPath }).catch((error: unknown) => {
      throw new InputError(`${configFile}: ${messageOf(error)}`);
    });
    const wrong = await lintConfig({ config, severity: "error" });
    if (wrong.length > 0)
      throw new InputError(...wrong.map((problem) => configProblem(configFile, problem)));
    const { apis } = config.resolvedConfig;
    const [api] = Object.keys(apis ?? {});
    if (api !== undefined) {
      throw new InputError(
        `${configFile}: "apis" is not read; what ${api} is excepted from stands in ${repository.api(api).specs}/${exceptionsName}`,
      );
    }
    return new LintRules(repository, config);
  }

  /** Whether a rule is turned on. */
  knows(rule: string): boolean {
    const { oas3_0, oas3_1 } = this.#config.rules;
    const own = this.#config.resolvedConfig.rules ?? {};
    return [oas3_0, oas3_1, own].some((rules) => {
      const setting = Object.hasOwn(rules, rule) ? rules[rule] : "off";
      return setting !== "off" && Object(setting).severity !== "off";
    });
  }

  /**
   * What the rules say about an API's bundle, warnings and errors alike, all of them.
   *
   * @param file what the bundle is called, from the root.
   * @throws InputError when redocly.yaml sets a rule that does not exist.
   */
  async problemsOf(file: string, document: JsonObject): Promise<LintProblem[]> {
    const { root, settings } = this.#repository;
    const problems = await lintDocument({
      // Of the text only lines would be read, and a problem has none yet.
      document: { source: new Source(join(root, file), ""), parsed: document },
      externalRefResolver: new BaseResolver(this.#config.resolve),
      config: this.#config,
    });
    const { rules } = this.#config.getUnusedRules();
    if (rules.length > 0) {
      throw new InputError(...rules.map((rule) => `${settings.redocly}: there is no rule ${rule}`));
    }
    return problems.map((problem) => ({
      rule: problem.ruleId,
      message: messageFor(problem),
      pointer: problem.location[0]?.pointer ?? "#/",
      isAboutKey: problem.location[0]?.reportOnKey === true,
    }));
  }
}

function messageFor({ message, suggest }: NormalizedProblem): string {
  const hint = suggest.length > 0 ? ` Did you mean: ${suggest.join(", ")}?` : "";
  return `${message.trim().replace(/\s*\n\s*/g, " ")}${hint}`;
}

function configProblem(file: string, problem: NormalizedProblem): string {
  const [first] = problem.location;
  const start = first === undefined ? {} : getLineColLocation(first).start;
  return `${showPlace({ file, ...start })}: ${messageFor(problem)}`;
}
