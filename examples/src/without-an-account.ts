import { createEmulator } from "@cloud-clients/emulator";

globalThis.fetch = createEmulator("ppio-gpu", { instances: 120 }).fetch;
