// A file dropped on <form class="drop" data-drop>, or chosen in it, leaves at once and shows its progress
// in the form's <progress>. Without script the same form has a button.

export function drop(document) {
  for (const form of document.querySelectorAll("form[data-drop]")) prepare(document, form);
}

function prepare(document, form) {
  const input = form.querySelector("input[type=file]");
  const progress = form.querySelector("progress");
  const button = form.querySelector("button[type=submit]");
  if (!input || !progress) return;
  if (button) button.hidden = true;

  const over = (event) => {
    event.preventDefault();
    form.dataset.over = "";
  };
  form.addEventListener("dragenter", over);
  form.addEventListener("dragover", over);
  form.addEventListener("dragleave", (event) => {
    if (!form.contains(event.relatedTarget)) delete form.dataset.over;
  });
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    delete form.dataset.over;
    if (event.dataTransfer.files.length === 0) return;
    input.files = event.dataTransfer.files;
    send(document, form, progress);
  });
  input.addEventListener("change", () => input.files.length > 0 && send(document, form, progress));
}

function send(document, form, progress) {
  // fetch tells nothing of what has left: only this older interface does.
  const request = new XMLHttpRequest();
  request.open("POST", form.action);
  request.responseType = "document";
  request.upload.addEventListener("progress", (event) => {
    if (event.lengthComputable) progress.value = event.loaded / event.total;
  });
  // All has left; what remains is the server's reading, of unknown length.
  request.upload.addEventListener("load", () => progress.removeAttribute("value"));
  request.addEventListener("load", () => arrive(document, request));
  // The plain form gives the browser's own words for a broken connection.
  request.addEventListener("error", () => form.submit());
  progress.hidden = false;
  progress.value = 0;
  form.setAttribute("aria-busy", "true");
  request.send(new FormData(form));
}

function arrive(document, request) {
  const main = request.response?.querySelector("main");
  if (request.status < 400 || !main) {
    window.location.assign(request.responseURL);
    return;
  }
  // Refused, with the form and the reason: shown where we are.
  document.querySelector("main").replaceWith(document.adoptNode(main));
  drop(document);
}
