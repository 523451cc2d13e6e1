/** A container image as the emulator keeps it, and as the list shows it. */
export interface StoredImage {
  id: string;
  name: string;
  image: string;
  type: "base" | "community" | "private";
  tags: { tag: string; image: string }[];
  /** Unix time in seconds. */
  created_at: number;
}
