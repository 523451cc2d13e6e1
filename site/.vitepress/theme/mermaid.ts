import { useData, withBase } from "vitepress";
import { defineComponent, h, onMounted, ref, useId, watch } from "vue";

/** What is used of mermaid. */
interface Renderer {
  initialize(options: { startOnLoad: boolean; theme: string; fontFamily: string }): void;
  render(id: string, text: string): Promise<{ svg: string }>;
}

declare global {
  var mermaid: Renderer | undefined;
}

/** Mermaid is as large as all the rest of a page: it is loaded by the pages that have a diagram, once. */
let loading: Promise<Renderer> | undefined;

function load(): Promise<Renderer> {
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = withBase("/mermaid.js");
    script.onload = () =>
      globalThis.mermaid ? resolve(globalThis.mermaid) : reject(new Error("mermaid is not there"));
    script.onerror = () => reject(new Error(`${script.src} cannot be loaded`));
    document.head.append(script);
  });
  return loading;
}

/** A diagram, drawn in the reader's browser; its text until then. */
export const Mermaid = defineComponent({
  props: { text: { type: String, required: true } },
  setup(props) {
    const { isDark } = useData();
    const id = `diagram-${useId()}`;
    const svg = ref("");
    const draw = async (): Promise<void> => {
      const mermaid = await load();
      mermaid.initialize({
        startOnLoad: false,
        theme: isDark.value ? "dark" : "neutral",
        fontFamily: "inherit",
      });
      svg.value = (await mermaid.render(id, decodeURIComponent(props.text))).svg;
    };
    onMounted(draw);
    watch(isDark, draw);
    return () =>
      svg.value === ""
        ? h("pre", { class: "diagram" }, decodeURIComponent(props.text))
        : h("div", { class: "diagram", innerHTML: svg.value });
  },
});
