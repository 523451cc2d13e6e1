export { startEtcd, startPostgres, startRedis } from "./programs.js";
export type { LockServer } from "./server.js";
