import type { DefaultTheme } from "vitepress";
import type { Content } from "./content.js";
import { folders, type Language, type Page } from "./pages.js";
import { words } from "./words.js";

/** Pages of `docs/` for users of the packages, in the order of reading; all others are about the project. */
const forUsers = [
  "calls",
  "pagination",
  "full-replace",
  "many-writers",
  "runtimes",
  "packages",
  "benchmarks",
  "coverage",
];

type Group = "guides" | "docs" | "packages" | "making" | "decisions";

function groupOf({ key }: Page): Group | undefined {
  if (key === "README.md") return undefined;
  if (key.startsWith("docs/guides/")) return "guides";
  if (key.startsWith("docs/adr/")) return "decisions";
  if (key.startsWith("packages/")) return "packages";
  return forUsers.some((name) => key === `docs/${name}.md`) ? "docs" : "making";
}

/** The bar at the top: the guides, and the references. */
export function navOf(language: Language, { apis }: Content): DefaultTheme.NavItem[] {
  const { groups } = words[language];
  const folder = `/${folders[language]}`;
  return [
    { text: groups.guides, link: `${folder}guides/`, activeMatch: `^${folder}guides/` },
    { text: groups.docs, link: `${folder}${forUsers[0]}` },
    { text: groups.reference, items: references(language, apis) },
  ];
}

/** All pages of a language, by group. */
export function sidebarOf(
  language: Language,
  { pages, apis }: Content,
): DefaultTheme.SidebarItem[] {
  const { groups, introduction } = words[language];
  const own = pages.filter((page) => page.language === language);
  const guides = own.find(({ key }) => key === "docs/guides/README.md")?.text ?? "";
  const rank = (group: Group, { source, file }: Page): number => {
    if (group === "guides") return guides.indexOf(`](${source.replace("docs/guides/", "")})`);
    if (group === "docs") return forUsers.findIndex((name) => file.endsWith(`${name}.md`));
    return 0;
  };
  const itemsOf = (group: Group): DefaultTheme.SidebarItem[] =>
    own
      .filter((page) => groupOf(page) === group)
      .sort((a, b) => rank(group, a) - rank(group, b))
      .map(({ title, file }) => ({ text: title, link: `/${file.replace(/(index)?\.md$/, "")}` }));
  const closed = { collapsed: true };
  return [
    { items: [{ text: introduction, link: `/${folders[language]}introduction` }] },
    { text: groups.guides, items: itemsOf("guides") },
    { text: groups.docs, items: itemsOf("docs") },
    { text: groups.reference, items: references(language, apis) },
    { text: groups.packages, items: itemsOf("packages") },
    { text: groups.making, items: itemsOf("making"), ...closed },
    { text: groups.decisions, items: itemsOf("decisions"), ...closed },
  ];
}

function references(
  language: Language,
  apis: Content["apis"],
): { text: string; link: string; target?: string }[] {
  const { reference, exports } = words[language];
  return [
    ...apis.flatMap(({ name, title }) => [
      { text: title, link: `/${folders[language]}operations/${name}` },
      { text: reference(title), link: `/apis/${name}/index.html`, target: "_self" },
    ]),
    { text: exports, link: "/reference/index.html", target: "_self" },
  ];
}
