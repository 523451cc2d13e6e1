// Light or dark, as the reader has chosen on the other pages; a choice made here holds there.
const shared = "vitepress-theme-appearance";
const own = "tsd-theme";
const names = { auto: "os", light: "light", dark: "dark" };

const chosen = names[localStorage.getItem(shared) ?? "auto"] ?? "os";
localStorage.setItem(own, chosen);
document.documentElement.dataset.theme = chosen;

document.addEventListener("change", ({ target }) => {
  if (target.id !== own) return;
  const [name = "auto"] = Object.keys(names).filter((one) => names[one] === target.value);
  localStorage.setItem(shared, name);
});
