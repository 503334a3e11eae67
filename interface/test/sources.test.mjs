// Holds the sources to what the pages rely on: the order file is complete, every icon used exists,
// nothing needs a style attribute, and no sentence hides in a script.
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { test } from "node:test";

const root = new URL("../", import.meta.url);
const read = (path) => readFile(new URL(path, root), "utf8");

test("order.txt names every style sheet once", async () => {
  const order = (await read("src/css/order.txt")).split("\n").filter(Boolean);
  const present = (await readdir(new URL("src/css/", root))).filter((name) => name.endsWith(".css"));
  assert.deepEqual([...order].sort(), present.sort());
});

test("app.js starts every module", async () => {
  const app = await read("src/js/app.js");
  for (const name of await readdir(new URL("src/js/", root))) {
    if (name !== "app.js") assert.ok(app.includes(`"./${name}"`), `app.js does not import ${name}`);
  }
});

test("icons are drawn once, and those of the style guide exist", async () => {
  const ids = [...(await read("src/icons.svg")).matchAll(/<symbol id="([^"]+)"/g)].map(([, id]) => id);
  assert.equal(new Set(ids).size, ids.length);
  for (const page of await readdir(new URL("styleguide/", root))) {
    if (!page.endsWith(".html")) continue;
    for (const [, id] of (await read(`styleguide/${page}`)).matchAll(/(?:icons\.svg#|\{\{icon:)([a-z-]+)/g)) {
      assert.ok(ids.includes(id), `${page} uses the icon ${id}`);
    }
  }
});

test("the style guide keeps to a policy without inline style or script", async () => {
  for (const page of await readdir(new URL("styleguide/", root))) {
    if (!page.endsWith(".html")) continue;
    const html = await read(`styleguide/${page}`);
    assert.doesNotMatch(html, /\sstyle=|<style|\son[a-z]+=|<script(?![^>]*\bsrc=)/, page);
  }
});

test("every class of the style guide exists in a style sheet", async () => {
  const order = (await read("src/css/order.txt")).split("\n").filter(Boolean);
  const css = (await Promise.all(order.map((name) => read(`src/css/${name}`)))).join("\n");
  for (const page of await readdir(new URL("styleguide/", root))) {
    if (!page.endsWith(".html")) continue;
    for (const [, names] of (await read(`styleguide/${page}`)).matchAll(/\bclass="([^"{]+)"/g)) {
      for (const name of names.split(/\s+/)) {
        assert.match(css, new RegExp(`\\.${name}(?![a-z0-9_-])`), `${page} uses .${name}`);
      }
    }
  }
});

test("every class a drawing wears is dressed on a page too", async () => {
  const css = await read("src/css/figure.css");
  const rules = await read("../lib/ink/src/style.rs");
  const list = /const RULES[^;]*?= &\[(.*?)\n\];/s.exec(rules)?.[1] ?? "";
  const selectors = [...list.matchAll(/^ {4}\("([^"]+)"/gm)].flatMap(([, group]) => group.split(","));
  assert.ok(selectors.length > 40, "the rules of lib/ink are found");
  for (const selector of selectors) {
    const words = selector.split(" ").map((word) => word.replaceAll(".", "\\.")).join("\\s+");
    assert.match(css, new RegExp(`${words}\\s*[,{]`), `figure.css says nothing of ${selector}`);
  }
});
