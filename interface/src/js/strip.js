// Rows that a thumb moves (.switch on a phone) begin where the choice in force is seen.

export function strip(document) {
  for (const current of document.querySelectorAll(".switch > [aria-current], .switch > [aria-pressed=true]")) {
    const row = current.parentElement;
    const beyond = current.offsetLeft + current.offsetWidth - row.clientWidth;
    if (row.scrollWidth > row.clientWidth && beyond > 0) row.scrollLeft = beyond + 8;
  }
}
