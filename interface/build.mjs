// Makes dist/: one style sheet, one script, htmx, the font and the icons, each under a name with its hash,
// and manifest.json that maps the plain names to the hashed ones. Needs `npm ci` before. What is there already is not written
// again: the program would be compiled anew for it.
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const manifest = {};

async function put(name, content) {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 10);
  const dotted = name.replace(/(\.[a-z0-9]+)$/, `.${hash}$1`);
  if (!had.has(dotted)) await writeFile(here(`dist/${dotted}`), content);
  manifest[name] = dotted;
  return dotted;
}

await mkdir(here("dist"), { recursive: true });
const had = new Set(await readdir(here("dist")));

// The two subsets French and English need. The ranges are those the font's own style sheet states.
const fontRules = await readFile(here("node_modules/@fontsource-variable/inter/opsz.css"), "utf8");
let faces = "";
for (const subset of ["latin", "latin-ext"]) {
  const source = `inter-${subset}-opsz-normal.woff2`;
  const range = fontRules.split("@font-face").find((rule) => rule.includes(source))?.match(/unicode-range:\s*([^;}]+)/)?.[1];
  if (!range) throw new Error(`no unicode-range for ${source} in the font's style sheet`);
  const file = await put(`inter-${subset}.woff2`, await readFile(here(`node_modules/@fontsource-variable/inter/files/${source}`)));
  faces += `@font-face{font-family:"Inter Variable";font-weight:100 900;font-display:swap;src:url("${file}") format("woff2");unicode-range:${range}}\n`;
}

const order = (await readFile(here("src/css/order.txt"), "utf8")).split("\n").filter(Boolean);
const sheets = await Promise.all(order.map((name) => readFile(here(`src/css/${name}`), "utf8")));
const style = await transform(faces + sheets.join("\n"), { loader: "css", minify: true });
await put("app.css", style.code);

const script = await build({
  entryPoints: [here("src/js/app.js")],
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  write: false,
});
await put("app.js", script.outputFiles[0].contents);
await put("htmx.min.js", (await readFile(here("node_modules/htmx.org/dist/htmx.min.js"), "utf8")).replace(/\n\/\/# sourceMappingURL=\S+\s*$/, "\n"));
for (const name of ["icons.svg", "mark.svg", "favicon.svg"]) await put(name, await readFile(here(`src/${name}`)));

const names = `${JSON.stringify(manifest, null, 2)}\n`;
const known = had.has("manifest.json") ? await readFile(here("dist/manifest.json"), "utf8") : "";
if (names !== known) await writeFile(here("dist/manifest.json"), names);
const wanted = new Set(["manifest.json", ...Object.values(manifest)]);
for (const name of had) if (!wanted.has(name)) await rm(here(`dist/${name}`), { recursive: true });
for (const [name, file] of Object.entries(manifest)) console.log(`${name} → ${file}`);
