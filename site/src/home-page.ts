import { folders, type Language } from "./pages.js";
import { words } from "./words.js";

/** The first page, as VitePress's theme lays it out. */
export function homePage(language: Language): string {
  const { tagline, start, groups, features } = words[language];
  const at = (page: string): string => `/${folders[language]}${page}`;
  const frontmatter = {
    layout: "home",
    hero: {
      name: "cloud-clients",
      tagline,
      image: { src: "/icon.svg", alt: "" },
      actions: [
        { theme: "brand", text: start, link: at("introduction") },
        { theme: "alt", text: groups.guides, link: at("guides/") },
      ],
    },
    features: features.map(({ title, details, page }) => ({ title, details, link: at(page) })),
  };
  // JSON is YAML.
  return `---\n${JSON.stringify(frontmatter)}\n---\n`;
}
