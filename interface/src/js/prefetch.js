// Fetches a page when the pointer rests on its link or a finger touches it, so that it opens at once.
// Only plain pages of this site, each once, and never for who saves data.

const REST = 70;

export function prefetch(document) {
  if (navigator.connection?.saveData) return;
  const asked = new Set();
  let timer;

  const ask = (link) => {
    const url = new URL(link.href);
    url.hash = "";
    if (asked.has(url.href) || url.href === window.location.href.split("#")[0]) return;
    asked.add(url.href);
    document.head.append(Object.assign(document.createElement("link"), { rel: "prefetch", href: url.href }));
  };

  const page = (event) => {
    const link = event.target.closest?.("a[href]");
    const ours = link && link.origin === window.location.origin && !link.hasAttribute("download");
    // data-no-prefetch marks links that act or weigh: exports, sign-in links.
    return ours && !link.hasAttribute("data-no-prefetch") ? link : undefined;
  };

  document.addEventListener("pointerover", (event) => {
    clearTimeout(timer);
    const link = page(event);
    if (link) timer = setTimeout(ask, REST, link);
  });
  document.addEventListener("touchstart", (event) => {
    const link = page(event);
    if (link) ask(link);
  }, { passive: true });
}
