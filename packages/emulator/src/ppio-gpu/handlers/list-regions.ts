import { cursorPage } from "../../service/cursor-page.js";
import { ppioHandler } from "../ppio-handler.js";

/** A page of the regions, by id. */
export const listRegions = ppioHandler<object>("listRegions", (call) =>
  cursorPage(call, call.state.regions.values(), {
    rank: ({ id }) => [id],
    show: (region) => region,
    defaultLimit: 20,
    maxLimit: 100,
  }),
);
