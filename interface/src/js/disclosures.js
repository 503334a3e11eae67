// Pickers are <details class="picker">: one open at a time, closed by a click elsewhere or by Escape.

export function disclosures(document) {
  const open = () => document.querySelectorAll("details.picker[open]");

  document.addEventListener("click", (event) => {
    for (const picker of open()) if (!picker.contains(event.target)) picker.open = false;
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const picker of open()) {
      picker.open = false;
      picker.querySelector("summary")?.focus();
      // Said once: Escape must not also close the panel behind the picker.
      event.stopImmediatePropagation();
    }
  });
}
