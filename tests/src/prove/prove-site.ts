import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { InputError, type Output } from "@cloud-clients/spec-tools/command";
import { filesBelow, root } from "../repo.js";
import { run } from "../run.js";
import { type Browser, openChromium } from "./chromium.js";
import { NotHere } from "./fetch-package.js";
import { lookAtSite } from "./look-at-site.js";
import { filesOf, serveFiles } from "./serve-folder.js";

const folder = join(root, "site", "dist");
/** Hosts such as GitHub Pages serve a site below a path: a link that forgets it leads nowhere. */
const base = "/cloud-clients/";

/**
 * `prove site`: builds the site and looks at all its pages in Chromium, after it has made sure that it sees what is
 * wrong with a site.
 *
 * @throws InputError with a line for each thing that is wrong.
 */
export async function proveSite({ out, err }: Output): Promise<number> {
  const browser = await openChromium().catch((error: unknown) => {
    if (error instanceof NotHere) return error;
    throw error;
  });
  if (browser instanceof NotHere) {
    err(`not run: ${browser.message}`);
    return 1;
  }
  try {
    const missed = await missedProblems(browser);
    if (missed.length > 0) throw new InputError(...missed);
    out("a site with faults: all are found");
    const build = ["--import", "tsx", "src/build.ts", "--base", base];
    await run(process.execPath, build, join(root, "site"));
    const served = await serveFiles(base, filesOf(folder));
    try {
      const { pages, links, problems } = await lookAtSite(browser, served.address);
      const files = await htmlFiles();
      const lost = files.filter((file) => !pages.includes(file) && file !== "404.html");
      const all = [
        ...problems,
        ...lost.map((file) => `${file}: no link leads there`),
        ...(await operationProblems(browser, served.address, files)),
        ...(await searchProblems(browser, served.address)),
      ];
      out(`${pages.length} pages, ${links} links: ${all.length === 0 ? "well" : "see below"}`);
      if (all.length > 0) throw new InputError(...all);
      return 0;
    } finally {
      await served.close();
    }
  } finally {
    await browser.close();
  }
}

function htmlFiles(): Promise<string[]> {
  return filesBelow("site/dist", ".html").then((files) =>
    files.map((file) => file.slice("site/dist/".length)),
  );
}

const page = (body: string): string =>
  `<!doctype html><meta name="color-scheme" content="light dark"><title>A page</title><link rel="icon" href="data:,"><style>@media (prefers-color-scheme: dark) { html { background: #000 } }</style>${body}`;

/** Pages with one fault each, and what is to be said of it. */
const faults: Readonly<Record<string, readonly [body: string, problem: string]>> = {
  "dead-link.html": ['<a href="gone.html">a</a>', "the link to gone.html leads nowhere"],
  "dead-anchor.html": ['<a href="index.html#gone">a</a>', "index.html has nothing named gone"],
  "out.html": ['<a href="/other/">a</a>', "the link to /other/ leads out of the site"],
  "console.html": ['<script>console.error("wrong")</script>', "console: wrong"],
  "thrown.html": ['<script>throw new Error("wrong")</script>', "throws wrong"],
  "foreign.html": ['<img alt="" src="http://localhost:1/x.png">', "loads http://localhost:1/x.png"],
  "missing.html": ['<script src="gone.js"></script>', "gone.js responds with 404"],
  "wide.html": ['<p style="width: 400px">a</p>', "p reaches beyond a width of 375"],
  "faint.html": [
    '<p style="color: #888; background: #999">grey</p>',
    '"grey" can hardly be read in light',
  ],
  "white.html": [
    "<style>html { background: #fff !important }</style>",
    "its background is not dark",
  ],
};

/** What a look at a site with faults did not find. */
async function missedProblems(browser: Browser): Promise<string[]> {
  const index = page(
    Object.keys(faults)
      .map((file) => `<a href="${file}">a</a>`)
      .join(""),
  );
  const served = await serveFiles(base, async (path) => {
    const [body] = faults[path] ?? [];
    if (path === "index.html") return index;
    if (body === undefined) throw new Error(`no ${path}`);
    return page(body);
  });
  try {
    const { problems } = await lookAtSite(browser, served.address);
    return Object.entries(faults)
      .filter(([file, [, problem]]) => !problems.includes(`${file}: ${problem}`))
      .map(
        ([file, [, problem]]) => `a look at a site with faults does not find: ${file}: ${problem}`,
      );
  } finally {
    await served.close();
  }
}

/** What an API's document says of how to call it, once the site has put it there. */
interface ApiDocument {
  paths: Record<string, Record<string, Operation>>;
}

interface Operation {
  operationId: string;
  "x-codeSamples"?: { label: string; source: string }[];
}

/** Operations that the reference of their API does not show, or not with the program that calls them. */
async function operationProblems(
  browser: Browser,
  address: string,
  files: readonly string[],
): Promise<string[]> {
  const problems: string[] = [];
  const references = files.filter((file) => /^apis\/[^/]+\/index\.html$/.test(file));
  if (references.length === 0) problems.push("apis/: there is no reference of an API");
  for (const file of references) {
    const document = join(folder, file.replace("index.html", "openapi.json"));
    const { paths }: ApiDocument = JSON.parse(await readFile(document, "utf8"));
    const operations = Object.values(paths)
      .flatMap((item) => Object.values(item))
      .filter(({ operationId }) => operationId !== undefined);
    const tab = await browser.newPage();
    await tab.goto(address + file);
    for (const { operationId, "x-codeSamples": samples = [] } of operations) {
      const [sample] = samples;
      const shown = await tab.evaluate<string | null>(sectionText(operationId));
      if (shown === null) problems.push(`${file}: does not show ${operationId}`);
      else if (sample === undefined || !bare(shown).includes(bare(sample.source)))
        problems.push(`${file}: ${operationId} does not show the program that calls it`);
    }
    await tab.close();
  }
  return problems;
}

const bare = (text: string): string => text.replaceAll(/\s+/g, "");

/** Waits for the section of an operation, and gives its text; null when it does not come. */
const sectionText = (id: string): string => `new Promise((resolve) => {
  let left = 100;
  const look = () => {
    const section = document.getElementById(${JSON.stringify(`operation/${id}`)});
    if (section !== null || (left -= 1) === 0) resolve(section?.textContent ?? null);
    else setTimeout(look, 100);
  };
  look();
})`;

/** Words that must be found, in each language. */
const searches = [
  ["index.html", "listInstances"],
  ["zh/index.html", "丢失的更新"],
] as const;

async function searchProblems(browser: Browser, address: string): Promise<string[]> {
  const problems: string[] = [];
  for (const [file, word] of searches) {
    const tab = await browser.newPage();
    await tab.goto(address + file);
    const found = await tab.evaluate<number>(searchFor(word));
    if (found === 0) problems.push(`${file}: a search for ${word} finds nothing`);
    await tab.close();
  }
  return problems;
}

/** Searches as a reader does; gives the number of results, once there are any. */
const searchFor = (word: string): string => `new Promise((resolve) => {
  let left = 100;
  const look = () => {
    const results = document.querySelectorAll(".VPLocalSearchBox .result").length;
    const input = document.querySelector(".VPLocalSearchBox input");
    if (results > 0 || (left -= 1) === 0) return resolve(results);
    if (input === null) document.querySelector("#local-search button")?.click();
    else if (input.value === "") {
      input.value = ${JSON.stringify(word)};
      input.dispatchEvent(new Event("input"));
    }
    setTimeout(look, 100);
  };
  look();
})`;
