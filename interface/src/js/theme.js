// Light, dark or as the system: applied at once, kept by the same form that works without script.
// The form: <form data-theme-form method="post"> with buttons name="theme" value="auto|light|dark".

export function theme(document) {
  document.addEventListener("submit", async (event) => {
    const form = event.target.closest("form[data-theme-form]");
    const choice = event.submitter?.value;
    if (!form || !choice) return;
    event.preventDefault();
    apply(document, choice);
    const body = new URLSearchParams(new FormData(form, event.submitter));
    // A followed redirect would fetch a whole page for nothing. When the server cannot keep the choice
    // (offline, signed out), it still holds for this page.
    await fetch(form.action, { method: "POST", body, redirect: "manual" }).catch(() => {});
  });
}

function apply(document, choice) {
  const root = document.documentElement;
  if (choice === "auto") delete root.dataset.theme;
  else root.dataset.theme = choice;
  for (const button of document.querySelectorAll("[data-theme-form] [name=theme]")) {
    button.setAttribute("aria-pressed", String(button.value === choice));
  }
}
