declare module "fs-native-extensions" {
  /** Locks a file for this descriptor; `false` if another one has it. The system frees it with the descriptor. */
  export function tryLock(fd: number): boolean;
}
