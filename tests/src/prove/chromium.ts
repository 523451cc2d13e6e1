import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { NotHere } from "./fetch-package.js";
import { findRuntime, runtimes } from "./runtimes.js";

/** What is used of playwright-core, which is fetched where it is needed. */
interface Playwright {
  readonly chromium: {
    launch(options: { executablePath: string; args: string[] }): Promise<Browser>;
  };
}

export interface Browser {
  version(): string;
  newPage(options?: { viewport: Size; colorScheme: Scheme }): Promise<Tab>;
  close(): Promise<void>;
}

export interface Size {
  width: number;
  height: number;
}

export type Scheme = "light" | "dark";

/** A page of the browser, and what happens in it. */
export interface Tab {
  goto(address: string, options?: { timeout: number }): Promise<unknown>;
  /** Runs a program in the page; its value must be JSON. */
  evaluate<T>(script: string): Promise<T>;
  setViewportSize(size: Size): Promise<void>;
  emulateMedia(media: { colorScheme: Scheme }): Promise<void>;
  screenshot(options: { path: string }): Promise<unknown>;
  on(
    event: "request" | "requestfinished" | "requestfailed",
    listener: (request: { url(): string }) => void,
  ): void;
  on(event: "response", listener: (response: Responded) => void): void;
  on(event: "console", listener: (message: { type(): string; text(): string }) => void): void;
  on(event: "pageerror", listener: (error: Error) => void): void;
  close(): Promise<void>;
}

interface Responded {
  url(): string;
  status(): number;
}

/** Starts the Chromium of this machine. @throws NotHere when there is none */
export async function openChromium(): Promise<Browser> {
  const runtime = runtimes.find(({ host }) => host === "chromium");
  if (runtime === undefined) throw new NotHere("no runtime is a browser");
  const { file, folder } = await findRuntime(runtime);
  const entry = pathToFileURL(join(folder, "playwright-core", "index.mjs")).href;
  const { chromium }: Playwright = await import(entry);
  // Its sandbox does not start as root; the pages are ours.
  return chromium.launch({ executablePath: file, args: ["--no-sandbox"] });
}
