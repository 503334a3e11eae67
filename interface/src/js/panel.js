// The side panel is a part of the page with its own address. Escape follows its closing link;
// when it arrives in place, its heading takes the focus.

export function panel(document) {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || document.querySelector("dialog[open]")) return;
    document.querySelector(".panel [data-close]")?.click();
  });

  const watch = new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) {
        const arrived = node instanceof Element && (node.closest(".panel") ?? node.querySelector(".panel"));
        if (arrived) arrived.querySelector("[data-close]")?.focus();
      }
    }
  });
  watch.observe(document.body, { childList: true, subtree: true });
}
