// Exact values under the pointer: the <title> of a drawing's mark becomes a tip that appears at once.
// The words stay in the mark's accessible name; the browser's own slow tip is put aside.

const GAP = 12;

export function tip(document) {
  let box;

  const words = (event) => {
    const mark = event.target.closest?.("svg.ink *");
    for (let at = mark; at && !at.matches("svg"); at = at.parentElement) {
      if (at.dataset.tip) return at.dataset.tip;
      const title = at.querySelector(":scope > title");
      if (title) {
        at.dataset.tip = title.textContent;
        if (!at.hasAttribute("aria-label")) at.setAttribute("aria-label", title.textContent);
        title.remove();
        return at.dataset.tip;
      }
    }
    return undefined;
  };

  const show = (event) => {
    const text = words(event);
    if (!text) {
      box?.remove();
      return;
    }
    box ??= Object.assign(document.createElement("div"), { className: "tip" });
    box.setAttribute("aria-hidden", "true");
    box.textContent = text;
    if (!box.isConnected) document.body.append(box);
    const { width, height } = box.getBoundingClientRect();
    const spot = event.type === "focusin" ? centre(event.target) : { x: event.clientX, y: event.clientY };
    const left = Math.min(Math.max(spot.x - width / 2, 8), window.innerWidth - width - 8);
    const above = spot.y - height - GAP;
    box.style.setProperty("left", `${left}px`);
    box.style.setProperty("top", `${above < 8 ? spot.y + GAP : above}px`);
  };

  document.addEventListener("pointermove", show, { passive: true });
  document.addEventListener("focusin", show);
  document.addEventListener("scroll", () => box?.remove(), { passive: true, capture: true });
}

function centre(element) {
  const { left, top, width } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top };
}
