/** The regions there are, by id. */
export const regionIds = ["region-a", "region-b", "region-c"] as const;

/** A region as the emulator keeps it, and as the list shows it. */
export interface StoredRegion {
  id: string;
  name: string;
}

/** The regions there are. */
export function makeRegions(): StoredRegion[] {
  return regionIds.map((id) => ({ id, name: `Region ${id.slice(-1).toUpperCase()}` }));
}
