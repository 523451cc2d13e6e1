import { type Theme, useData } from "vitepress";
import DefaultTheme from "vitepress/theme";
import { h } from "vue";
import { Mermaid } from "./mermaid.js";
import "./style.css";

/** VitePress's theme, with diagrams, and a line above pages that are not translated. */
export default {
  extends: DefaultTheme,
  Layout: () => {
    const { frontmatter } = useData();
    const { untranslated } = frontmatter.value;
    return h(DefaultTheme.Layout, null, {
      "doc-before": () => (untranslated ? h("p", { class: "untranslated" }, untranslated) : null),
    });
  },
  enhanceApp: ({ app }) => {
    app.component("Mermaid", Mermaid);
  },
} satisfies Theme;
