import process from "node:process";
import { runSuite } from "./suite.js";

const [addresses = ""] = process.argv.slice(-1);
console.log(JSON.stringify(await runSuite(JSON.parse(addresses))));
process.exit(0);
