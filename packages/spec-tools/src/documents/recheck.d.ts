// The package's own types are those of its Node entry, which would look for a Java and a native program.
declare module "recheck/lib/browser.js" {
  const recheck: typeof import("recheck");
  export default recheck;
}
