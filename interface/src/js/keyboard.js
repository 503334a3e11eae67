// Keys: `g` then the letter of a room (data-go), `j` and `k` through a list ([data-list] > *), `?` for help.
// Nothing happens while somebody writes.

const WRITES = "input, textarea, select, [contenteditable]";
const PATIENCE = 1200;

export function keyboard(document) {
  let going = Number.NEGATIVE_INFINITY;

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.target.closest?.(WRITES) || document.querySelector("dialog[open]")) return;

    if (event.timeStamp - going < PATIENCE) {
      going = Number.NEGATIVE_INFINITY;
      const room = document.querySelector(`a[data-go="${CSS.escape(event.key)}"]`);
      if (room) {
        event.preventDefault();
        room.click();
        return;
      }
    }
    if (event.key === "g") going = event.timeStamp;
    else if (event.key === "j") step(document, 1);
    else if (event.key === "k") step(document, -1);
    else if (event.key === "?") document.querySelector("dialog#help")?.showModal();
    else return;
    event.preventDefault();
  });
}

function step(document, by) {
  const links = [...document.querySelectorAll("[data-list] > *")]
    .map((row) => row.querySelector("a, button, summary"))
    .filter(Boolean);
  const at = links.findIndex((link) => link.closest("[data-list] > *")?.contains(document.activeElement));
  const next = at < 0 ? (by > 0 ? 0 : links.length - 1) : Math.min(Math.max(at + by, 0), links.length - 1);
  links[next]?.focus();
  links[next]?.scrollIntoView({ block: "nearest" });
}
