import type { Plugin } from "esbuild";
import { programs } from "./programs.js";
import { sizeOf } from "./size-of.js";

/** Parts of the runtime that can be put out of a program for the measurement, by file. */
const parts: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "guards of address, path and headers": {
    "client/base-url": "export const checkBaseUrl = (url) => url;",
    "client/path-guard": "export const fillPath = (path) => path;",
    "client/header-guard": "export const checkHeaders = () => {};",
  },
  "redirects, network errors, blotted credentials": {
    "transport/redirect": "export const refuseRedirect = () => {};",
    "transport/network-failure": "export const networkFailure = (error) => error;",
    "transport/blot": "export const blot = (text) => text;",
  },
  middlewares: { "client/middleware": "export const passMiddlewares = () => {};" },
  hooks: { "client/hooks": "export const notify = () => {};" },
  checkpoints: {
    "lists/checkpoint":
      "export const readCheckpoint = () => {}, writeCheckpoint = () => {}, isCount = () => true, longestCursor = 9;",
  },
  "checks of entries": {
    "replace/check-entries": "export const checkEntries = () => {};",
    "replace/check-desired": "export const checkDesired = () => {};",
  },
  "verification and recovery": {
    "replace/write-and-verify": "export const writeAndVerify = (edit) => edit.write();",
  },
  "details of a conflict": { "replace/conflict": "export const conflictError = () => {};" },
  plans: { "replace/plan": "export const makePlan = () => {}, fingerprintOf = 0;" },
  "the lock": { "replace/lock": "export const withLock = (name, task) => task();" },
};

/** Takes files of the runtime out of a bundle, and fails when one of them is not in it. */
function without(files: Readonly<Record<string, string>>): Plugin {
  return {
    name: "without",
    setup({ onLoad, onEnd }) {
      const left = new Set(Object.keys(files));
      onLoad({ filter: /runtime\/dist\/.*\.js$/ }, ({ path }) => {
        const name = Object.keys(files).find((file) => path.endsWith(`/dist/${file}.js`));
        if (name === undefined) return undefined;
        left.delete(name);
        return { contents: files[name] ?? "" };
      });
      onEnd(() => {
        if (left.size > 0) throw new Error(`no part of the program: ${[...left].join(", ")}`);
      });
    },
  };
}

/** Prints what each part adds to a program that lists and edits ports. */
const program = programs["a list and port edits"];
const whole = await sizeOf(program);
console.log(`| part | kB of ${whole.toFixed(2)} |\n|---|---|`);
for (const [name, files] of Object.entries(parts)) {
  console.log(`| ${name} | ${(whole - (await sizeOf(program, [without(files)]))).toFixed(2)} |`);
}
const every = await sizeOf(program, Object.values(parts).map(without));
console.log(`| all of them | ${(whole - every).toFixed(2)}, which leaves ${every.toFixed(2)} |`);
