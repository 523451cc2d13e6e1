/** The one account of the emulator: whatever is created belongs to it. */
export const account = {
  owner_id: "550e8400-e29b-41d4-a716-446655440000",
  /** The member that every accepted key stands for. */
  member_id: "member-0",
} as const;

/** The member of the account that created the nth seeded thing: four take turns. */
export function memberOf(number: number): string {
  return `member-${number % 4}`;
}
