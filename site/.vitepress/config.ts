import { type DefaultTheme, defineConfig } from "vitepress";
import { readContent } from "../src/content.js";
import { Links, markdownOptions } from "../src/links.js";
import { navOf, sidebarOf } from "../src/navigation.js";
import { isUntranslated, type Language } from "../src/pages.js";
import { untranslated, words } from "../src/words.js";

const content = await readContent();
const { root, pages, repository } = content;
const links = new Links(root, pages, repository);

const themeFor = (language: Language): DefaultTheme.Config => ({
  ...words[language].theme,
  nav: navOf(language, content),
  sidebar: sidebarOf(language, content),
});

export default defineConfig({
  srcDir: ".pages",
  outDir: "dist",
  title: "cloud-clients",
  description: words.en.tagline,
  transformHead: ({ siteData }) => [["link", { rel: "icon", href: `${siteData.base}icon.svg` }]],
  markdown: markdownOptions(links),
  locales: {
    root: { label: "English", lang: "en", themeConfig: themeFor("en") },
    zh: {
      label: "中文",
      lang: "zh-CN",
      description: words.zh.tagline,
      themeConfig: themeFor("zh"),
    },
  },
  themeConfig: {
    logo: "/icon.svg",
    ...(repository === undefined ? {} : { socialLinks: [{ icon: "github", link: repository }] }),
    search: {
      provider: "local",
      options: {
        miniSearch: {
          options: {
            // Chinese has no blanks between words.
            tokenize: (text) =>
              [...new Intl.Segmenter("zh", { granularity: "word" }).segment(text)]
                .filter(({ isWordLike }) => isWordLike)
                .map(({ segment }) => segment),
          },
        },
        locales: { zh: words.zh.search },
      },
    },
  },
  transformPageData: ({ relativePath, frontmatter }) => {
    const page = links.pageIn(relativePath);
    if (page === undefined || !isUntranslated(page)) return undefined;
    return { frontmatter: { ...frontmatter, untranslated } };
  },
});
