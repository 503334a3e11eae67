// What takes longer than a blink shows that it is under way: after 300 ms the page's content becomes its own skeleton
// (main[data-waiting], see css/waiting.css), so that nothing jumps. For pages, and for parts that htmx puts in place.

const PATIENCE = 300;

export function waiting(document) {
  const timers = new Map();

  const wait = (part) => {
    if (!part || timers.has(part)) return;
    const show = () => {
      part.dataset.waiting = "";
      part.setAttribute("aria-busy", "true");
    };
    timers.set(part, setTimeout(show, PATIENCE));
  };
  const done = (part) => {
    clearTimeout(timers.get(part));
    timers.delete(part);
    if (!part) return;
    delete part.dataset.waiting;
    part.removeAttribute("aria-busy");
  };
  const all = () => [...timers.keys()].forEach(done);

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    if (!link || event.defaultPrevented || event.button !== 0) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (link.origin !== window.location.origin || link.target || link.hasAttribute("download") || link.hasAttribute("hx-get")) return;
    const here = window.location.href.split("#")[0];
    if (link.href.includes("#") && link.href.split("#")[0] === here) return;
    wait(document.querySelector("main"));
  });
  document.addEventListener("submit", (event) => {
    // A form that answers with a file leaves the page as it is.
    const download = event.submitter?.formAction.includes("/save");
    const method = event.submitter?.getAttribute("formmethod") ?? event.target.method;
    if (!event.defaultPrevented && !download && method !== "dialog" && !event.target.hasAttribute("hx-post")) wait(document.querySelector("main"));
  });
  // Back from the next page, by the browser's own store of pages; or the way was given up.
  window.addEventListener("pageshow", all);
  window.addEventListener("pagehide", all);
  document.addEventListener("keydown", (event) => event.key === "Escape" && all());

  const target = (event) => event.detail?.ctx?.target;
  document.addEventListener("htmx:before:request", (event) => wait(target(event)));
  document.addEventListener("htmx:finally:request", (event) => done(target(event)));
}
