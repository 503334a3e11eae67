// Ctrl K: finds any place by name. The list is the page of the finder (a[data-open-finder]), asked for once; until it
// is here, and besides, the links of this page. The dialog <dialog id="finder"> comes with the page, words included:
// an input, an empty .finder-results, and a [data-none] sentence for when nothing matches.

const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trim();
const SHOWN = 12;

export function finder(document) {
  const dialog = document.querySelector("dialog#finder");
  if (!dialog) return;
  const input = dialog.querySelector("input");
  const results = dialog.querySelector(".finder-results");
  const none = dialog.querySelector("[data-none]");
  const door = document.querySelector("a[data-open-finder]");
  let known;

  const ask = async () => {
    if (known || !door) return;
    known = [];
    const answer = await fetch(door.href).catch(() => {});
    if (!answer?.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    known = [...page.querySelectorAll("a[data-found]")].map((link) => ({
      href: new URL(link.getAttribute("href"), door.href).href,
      name: link.textContent.trim(),
      more: link.closest("li").querySelector("p + p")?.textContent ?? link.closest("section").querySelector("h2").textContent,
      words: link.dataset.found,
    }));
    if (dialog.open) search();
  };

  const places = () => {
    const seen = new Map();
    for (const place of known ?? []) if (!seen.has(place.href)) seen.set(place.href, place);
    for (const link of document.querySelectorAll("a[href]")) {
      const name = link.dataset.find ?? link.textContent.replace(/\s+/g, " ").trim();
      if (name && !dialog.contains(link) && link !== door && !seen.has(link.href)) seen.set(link.href, { href: link.href, name, more: "", words: "" });
    }
    return [...seen.values()];
  };

  // A name that begins with what is written goes first, then one that holds it, then what is only about it.
  const rank = (place, wanted) => {
    const name = plain(place.name);
    if (name.startsWith(wanted)) return 0;
    return name.includes(wanted) ? 1 : 2;
  };

  const search = () => {
    const wanted = plain(input.value);
    const found = places().filter((place) => {
      const text = plain(`${place.name} ${place.more} ${place.words}`);
      return wanted.split(" ").every((word) => text.includes(word));
    });
    found.sort((one, other) => rank(one, wanted) - rank(other, wanted));
    results.replaceChildren(...found.slice(0, SHOWN).map((place) => shown(document, place)));
    if (none) none.hidden = found.length > 0;
  };

  const open = () => {
    input.value = "";
    search();
    dialog.showModal();
    ask();
  };

  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
      event.preventDefault();
      open();
    }
  });
  door?.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
  door?.addEventListener("pointerenter", ask);

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

function shown(document, { href, name, more }) {
  const link = Object.assign(document.createElement("a"), { href });
  link.append(Object.assign(document.createElement("span"), { textContent: name }));
  if (more) link.append(Object.assign(document.createElement("small"), { textContent: more }));
  return link;
}
