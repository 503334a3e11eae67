// Shows the style guide on http://127.0.0.1:4173: each page of this folder inside frame.html, with drawings
// from figures.mjs. ?theme=dark or light forces a theme, ?plain serves the sources as a build without Node does.
// Not shipped, and no part of the program.
import { createServer } from "node:http";
import { readFile, readdir } from "node:fs/promises";
import { extname } from "node:path";
import { drawing } from "./figures.mjs";

const root = new URL("../", import.meta.url);
const read = (path) => readFile(new URL(path, root));
const TYPES = { ".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".woff2": "font/woff2" };
const POLICY = "default-src 'self'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'";
const ALONE = new Set(["sign-in", "error"]);

const icon = (name, more = "") => `<svg class="icon${more}" aria-hidden="true"><use href="/assets/icons.svg#${name}"/></svg>`;

async function manifest() {
  try {
    return JSON.parse(await read("dist/manifest.json"));
  } catch {
    return {};
  }
}

async function page(name, query) {
  let html = (await read(`styleguide/${name}.html`)).toString();
  const [, title, room] = html.match(/^<!-- (.+?) · (\S+) -->\n/) ?? [];
  const outer = (await read(`styleguide/${ALONE.has(name) ? "alone" : "frame"}.html`)).toString();
  html = outer.replace("{{main}}", () => html).replaceAll("{{title}}", title);
  html = html.replaceAll(`data-room="${room}"`, 'aria-current="page"').replaceAll(/ data-room="\w+"/g, "");
  html = html.replaceAll(/\{\{icon:([a-z-]+)( [a-z-]+)?\}\}/g, (_, id, more) => icon(id, more));
  html = html.replaceAll(/\{\{draw:([a-z]+)(?::([a-z0-9-]+))?\}\}/g, (_, kind, seed) => drawing(kind, seed));
  const theme = query.get("theme");
  if (theme) html = html.replace("<html ", `<html data-theme="${theme}" `);
  return query.has("plain") ? html.replaceAll("/assets/", "/plain/") : html;
}

async function asset(name) {
  const hashed = (await manifest())[name] ?? name;
  try {
    return await read(`dist/${hashed}`);
  } catch {
    return plain(name);
  }
}

async function plain(name) {
  if (name === "app.css") {
    const order = (await read("src/css/order.txt")).toString().split("\n").filter(Boolean);
    return Buffer.concat(await Promise.all(order.map((sheet) => read(`src/css/${sheet}`))));
  }
  return read(name.endsWith(".js") ? `src/js/${name}` : `src/${name}`);
}

createServer(async (request, response) => {
  const url = new URL(request.url, "http://127.0.0.1");
  const name = url.pathname.slice(1) || "measures";
  if (request.method === "POST") {
    response.writeHead(303, { location: request.headers.referer ?? "/" }).end();
    return;
  }
  try {
    const [folder, file] = name.split("/");
    const body = folder === "assets" ? await asset(file) : folder === "plain" ? await plain(file) : await page(name, url.searchParams);
    response.writeHead(200, { "content-type": `${TYPES[extname(file ?? ".html")]}; charset=utf-8`, "content-security-policy": POLICY });
    response.end(body);
  } catch {
    const names = (await readdir(new URL("styleguide/", root))).filter((n) => n.endsWith(".html"));
    response.writeHead(404, { "content-type": "text/plain; charset=utf-8" });
    response.end(`No such page. Pages: ${names.map((n) => n.replace(".html", "")).join(", ")}\n`);
  }
}).listen(4173, "127.0.0.1", () => console.log("http://127.0.0.1:4173/measures"));
