// Shows an API's document with Redoc, light or dark as the reader has chosen on the other pages.
const storageKey = "vitepress-theme-appearance";
const chosen = localStorage.getItem(storageKey) ?? "auto";
const system = matchMedia("(prefers-color-scheme: dark)");
const dark = chosen === "auto" ? system.matches : chosen === "dark";
document.documentElement.classList.toggle("dark", dark);

document.getElementById("appearance").addEventListener("click", () => {
  const next = !dark;
  localStorage.setItem(storageKey, next === system.matches ? "auto" : next ? "dark" : "light");
  location.reload();
});
// Redoc computes its colours once.
system.addEventListener("change", () => location.reload());

const text = dark
  ? { primary: "#dfdfd6", secondary: "#98989f" }
  : { primary: "#3c3c43", secondary: "#67676c" };
const surface = dark
  ? { page: "#1b1b1f", soft: "#202127", line: "#3c3f44" }
  : { page: "#ffffff", soft: "#f6f6f7", line: "#e2e2e3" };
const brand = dark ? "#5cc4b8" : "#0f766e";
const fonts = {
  sans: "Inter, system-ui, sans-serif",
  mono: "ui-monospace, Menlo, Consolas, monospace",
};

const theme = {
  colors: {
    primary: { main: brand },
    text,
    border: { dark: surface.line, light: surface.line },
    gray: { 50: surface.soft, 100: surface.soft },
    success: { main: dark ? "#3dd68c" : "#18794e" },
    error: { main: dark ? "#f66f81" : "#b8272c" },
    warning: { main: dark ? "#f9b44e" : "#915930", contrastText: text.primary },
  },
  schema: {
    nestedBackground: surface.soft,
    linesColor: surface.line,
    typeNameColor: text.secondary,
    typeTitleColor: text.secondary,
  },
  typography: {
    fontSize: "15px",
    fontFamily: fonts.sans,
    headings: { fontFamily: fonts.sans, fontWeight: "600" },
    code: {
      fontFamily: fonts.mono,
      color: brand,
      backgroundColor: surface.soft,
    },
    links: { color: brand, visited: brand, hover: brand },
  },
  sidebar: {
    backgroundColor: surface.soft,
    textColor: text.primary,
    activeTextColor: brand,
    width: "280px",
  },
  rightPanel: { backgroundColor: dark ? "#161618" : "#23272f" },
};

const container = document.getElementById("redoc");
window.Redoc.init(
  container.dataset.document,
  {
    theme,
    // The documents are their vendors'.
    sanitize: true,
    hideLoading: true,
    nativeScrollbars: true,
    scrollYOffset: "header",
    requiredPropsFirst: true,
    // The programs come first, what they send last.
    payloadSampleIdx: 9,
    jsonSamplesExpandLevel: 3,
  },
  container,
);
