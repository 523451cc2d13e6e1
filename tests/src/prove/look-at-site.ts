import { setTimeout as wait } from "node:timers/promises";
import type { Browser, Scheme, Tab } from "./chromium.js";

/** What a browser found on the pages of a site. */
export interface Looked {
  /** The pages that were opened, from the site's address. */
  readonly pages: readonly string[];
  /** The addresses on the site that links lead to, with their anchors. */
  readonly links: number;
  /** `page: what is wrong`, one line each. */
  readonly problems: readonly string[];
}

const looks = [1280, 375].map((width) => ({ width, height: 900 }));
const schemes: readonly Scheme[] = ["light", "dark"];
const tabs = 4;
/** For a page to load, on a machine that does other work too. */
const longestMs = 120_000;

/**
 * Opens a site's first page, and every page that links lead to from there, wide and narrow, light and dark. Wrong
 * are: a link or an anchor that leads nowhere, an error in the console, a request to another origin, a page wider
 * than the screen, and one that is light where dark is wished, or the other way.
 *
 * @param address - of the first page; ends in a slash. What is not below it is not part of the site.
 */
export async function lookAtSite(browser: Browser, address: string): Promise<Looked> {
  const visit = new Visit(address);
  await Promise.all(Array.from({ length: tabs }, () => visit.work(browser)));
  return visit.outcome();
}

class Visit {
  readonly #site: string;
  readonly #ahead = ["index.html"];
  readonly #seen = new Set(this.#ahead);
  /** The names that can be linked to on each page. */
  readonly #anchors = new Map<string, ReadonlySet<string>>();
  /** Addresses from the site's, each with a page that links there. */
  readonly #links = new Map<string, string>();
  readonly #problems = new Set<string>();
  #working = 0;

  constructor(site: string) {
    this.#site = site;
  }

  /** Opens pages in a tab until none is left. */
  async work(browser: Browser): Promise<void> {
    const tab = await browser.newPage();
    const pulse = watch(tab, this.#site, (problem) => this.#problems.add(problem));
    for (;;) {
      const path = this.#ahead.shift();
      if (path !== undefined) {
        this.#working += 1;
        pulse.page = path;
        await this.#open(tab, pulse, path);
        this.#working -= 1;
      } else if (this.#working === 0) break;
      else await wait(50);
    }
    await tab.close();
  }

  async #open(tab: Tab, pulse: Pulse, path: string): Promise<void> {
    // A browser opens what a server says of a page that is not there, too.
    if (!(await isThere(this.#site + path))) return;
    await tab.goto(this.#site + path, { timeout: longestMs });
    for (const colorScheme of schemes) {
      await tab.emulateMedia({ colorScheme });
      await settle(tab, pulse);
      for (const size of looks) {
        await tab.setViewportSize(size);
        const { wide, faint, brightness } = await tab.evaluate<Measures>(measure);
        for (const element of wide) {
          this.#problems.add(`${path}: ${element} reaches beyond a width of ${size.width}`);
        }
        for (const text of faint) {
          this.#problems.add(`${path}: "${text}" can hardly be read in ${colorScheme}`);
        }
        if (brightness < 0.5 !== (colorScheme === "dark")) {
          this.#problems.add(`${path}: its background is not ${colorScheme}`);
        }
      }
    }
    const { anchors, links } = await tab.evaluate<Names>(names);
    this.#anchors.set(path, new Set(anchors));
    for (const link of links) this.#follow(path, link);
  }

  #follow(page: string, link: string): void {
    const { origin, pathname, hash, protocol } = new URL(link);
    if (origin !== new URL(this.#site).origin) {
      const isKnown = ["http:", "https:", "mailto:"].includes(protocol);
      if (!isKnown) this.#problems.add(`${page}: a link to ${link}`);
      return;
    }
    const whole = `${origin}${pathname}`.replace(/\/$/, "/index.html");
    if (!whole.startsWith(this.#site)) {
      this.#problems.add(`${page}: the link to ${pathname} leads out of the site`);
      return;
    }
    const path = whole.slice(this.#site.length);
    const to = path + hash;
    if (!this.#links.has(to)) this.#links.set(to, page);
    if (!path.endsWith(".html") || this.#seen.has(path)) return;
    this.#seen.add(path);
    this.#ahead.push(path);
  }

  async outcome(): Promise<Looked> {
    for (const [link, page] of this.#links) {
      const [path = "", anchor = ""] = link.split("#");
      const anchors = this.#anchors.get(path);
      const hasIt = anchor === "" || anchors === undefined || anchors.has(decode(anchor));
      if (!(await isThere(this.#site + path)))
        this.#problems.add(`${page}: the link to ${path} leads nowhere`);
      else if (!hasIt) this.#problems.add(`${page}: ${path} has nothing named ${decode(anchor)}`);
    }
    return {
      pages: [...this.#anchors.keys()],
      links: this.#links.size,
      problems: [...this.#problems].sort(),
    };
  }
}

async function isThere(address: string): Promise<boolean> {
  const { ok } = await fetch(address, { method: "HEAD" });
  return ok;
}

function decode(anchor: string): string {
  return decodeURIComponent(anchor);
}

/** What goes on in a tab. */
interface Pulse {
  page: string;
  requests: number;
}

function watch(tab: Tab, site: string, report: (problem: string) => void): Pulse {
  const pulse: Pulse = { page: "", requests: 0 };
  const { origin } = new URL(site);
  tab.on("request", (request) => {
    pulse.requests += 1;
    const url = new URL(request.url());
    const isOurs = url.origin === origin || ["data:", "blob:"].includes(url.protocol);
    if (!isOurs) report(`${pulse.page}: loads ${request.url()}`);
  });
  tab.on("requestfinished", () => {
    pulse.requests -= 1;
  });
  tab.on("requestfailed", () => {
    pulse.requests -= 1;
  });
  tab.on("response", (response) => {
    if (response.status() < 400) return;
    report(`${pulse.page}: ${response.url().replace(site, "")} responds with ${response.status()}`);
  });
  tab.on("console", (message) => {
    if (message.type() === "error") report(`${pulse.page}: console: ${message.text()}`);
  });
  tab.on("pageerror", (error) => report(`${pulse.page}: throws ${error.message}`));
  return pulse;
}

/** Waits until a page has loaded everything and changes no more, but not for ever. */
export async function settle(tab: Tab, pulse: Pick<Pulse, "requests">): Promise<void> {
  for (let round = 0; round < 100; round += 1) {
    // A page may load itself anew meanwhile.
    const isQuiet = await tab.evaluate<boolean>(quiet).catch(() => false);
    if (isQuiet && pulse.requests === 0) return;
  }
}

const quiet = `new Promise((resolve) => {
  let changed = document.readyState !== "complete";
  const observer = new MutationObserver(() => { changed = true; });
  observer.observe(document, { subtree: true, childList: true, attributes: true });
  setTimeout(() => { observer.disconnect(); resolve(!changed); }, 100);
})`;

interface Measures {
  /** Elements that make the page wider than the screen. */
  readonly wide: readonly string[];
  /** Texts that differ too little from what is behind them. */
  readonly faint: readonly string[];
  /** Of the background: 0 is black, 1 is white. */
  readonly brightness: number;
}

/** The least contrast of a text, as WCAG counts it: below that, it is a mistake and not a matter of taste. */
const leastContrast = 2;

const measure = `(() => {
  const root = document.documentElement;
  const isWide = (element) => element.getBoundingClientRect().right > root.clientWidth + 1;
  const nameOf = ({ localName, id, classList }) =>
    localName + (id && "#" + id) + [...classList].map((one) => "." + one).join("");
  const all = root.scrollWidth > root.clientWidth ? [...document.body.querySelectorAll("*")] : [];

  const partsOf = (colour) => (colour.match(/[\\d.]+/g) ?? []).map(Number);
  const luminance = (parts) => {
    const [red, green, blue] = parts.map((part) =>
      part <= 10 ? part / 3294 : ((part / 255 + 0.055) / 1.055) ** 2.4);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const behind = new Map([[null, [255, 255, 255]]]);
  const backgroundOf = (element) => {
    const known = behind.get(element);
    if (known) return known;
    const [red, green, blue, alpha = 1] = partsOf(getComputedStyle(element).backgroundColor);
    const below = backgroundOf(element.parentElement);
    const mixed = [red, green, blue].map((part, index) => part * alpha + below[index] * (1 - alpha));
    behind.set(element, mixed);
    return mixed;
  };
  const faint = new Set();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode.data.trim();
    const element = texts.currentNode.parentElement;
    if (!/[\\p{L}\\p{N}]/u.test(text) || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    const [red, green, blue, alpha = 1] = partsOf(getComputedStyle(element).color);
    // Transparent letters show a gradient behind them.
    if (alpha === 0) continue;
    const background = backgroundOf(element);
    const seen = [red, green, blue].map((part, index) => part * alpha + background[index] * (1 - alpha));
    const [low, high] = [luminance(seen), luminance(background)].sort((a, b) => a - b);
    if ((high + 0.05) / (low + 0.05) < ${leastContrast}) faint.add(text.slice(0, 40));
  }
  const parts = backgroundOf(document.body);
  return {
    wide: all.filter(isWide).map(nameOf).slice(0, 3),
    faint: [...faint].slice(0, 5),
    brightness: Math.max(...parts) / 255,
  };
})()`;

interface Names {
  readonly anchors: readonly string[];
  readonly links: readonly string[];
}

const names = `({
  anchors: [...document.querySelectorAll("[id]")].map(({ id }) => id),
  links: [...document.querySelectorAll("a[href]")].map(({ href }) => href)
    .filter((href) => typeof href === "string"),
})`;
