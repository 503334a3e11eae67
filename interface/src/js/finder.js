// Ctrl K: finds any link of the page. The dialog <dialog id="finder"> comes with the page, words included:
// an input, an empty .finder-results, and a [data-none] sentence for when nothing matches.

const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trim();
const SHOWN = 12;

export function finder(document) {
  const dialog = document.querySelector("dialog#finder");
  if (!dialog) return;
  const input = dialog.querySelector("input");
  const results = dialog.querySelector(".finder-results");
  const none = dialog.querySelector("[data-none]");

  const places = () => {
    const seen = new Map();
    for (const link of document.querySelectorAll("a[href]")) {
      const words = link.dataset.find ?? link.textContent.replace(/\s+/g, " ").trim();
      if (words && !dialog.contains(link) && !seen.has(link.href)) seen.set(link.href, words);
    }
    return [...seen];
  };

  const search = () => {
    const wanted = plain(input.value).split(" ");
    const found = places().filter(([, words]) => wanted.every((word) => plain(words).includes(word)));
    results.replaceChildren(
      ...found.slice(0, SHOWN).map(([href, words]) => Object.assign(document.createElement("a"), { href, textContent: words })),
    );
    if (none) none.hidden = found.length > 0;
  };

  const open = () => {
    input.value = "";
    search();
    dialog.showModal();
  };

  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
      event.preventDefault();
      open();
    }
  });
  for (const button of document.querySelectorAll("[data-open-finder]")) {
    button.hidden = false;
    button.addEventListener("click", open);
  }

  input.addEventListener("input", search);
  dialog.addEventListener("keydown", (event) => {
    const links = [...results.children];
    const at = links.indexOf(document.activeElement);
    if (event.key === "Enter" && document.activeElement === input) links[0]?.click();
    else if (event.key === "ArrowDown") links[Math.min(at + 1, links.length - 1)]?.focus();
    else if (event.key === "ArrowUp") (links[at - 1] ?? input).focus();
    else return;
    event.preventDefault();
  });
}
