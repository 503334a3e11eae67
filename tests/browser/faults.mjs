// What may be wrong on a page as it stands: markup, width, accessibility. Each fault is one line of words.
import { readFile } from "node:fs/promises";
import { need } from "./visitor.mjs";

const AXE = await readFile(need.resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Phones, and a laptop. */
export const WIDTHS = [360, 390, 1440];
const HEIGHT = 900;

/** Faults in the HTML that the server sent. */
export function faultsOfMarkup(html, language) {
  const faults = [];
  const shown = /<[^>]*\sstyle=[^>]*>/.exec(html);
  if (shown) faults.push(`a style attribute: ${shown[0].slice(0, 120)}`);
  const key = /\u27e6[^\u27e7]*\u27e7?/.exec(html);
  if (key) faults.push(`a message that is missing: ${key[0]}`);
  if (!html.includes(`<html lang="${language}"`)) faults.push(`not marked as ${language}`);
  const headings = html.match(/<h1[\s>]/g)?.length ?? 0;
  if (headings !== 1) faults.push(`${headings} h1`);
  return faults;
}

/** Faults of the page at each width, light and dark. Rules that do not depend on colour are run in light only. */
export async function faultsAsShown(page) {
  const faults = [];
  await page.evaluate(AXE);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: HEIGHT });
    faults.push(...(await tooWide(page)).map((what) => `${width} px: ${what}`));
    // Between 360 and 390 no rule of the style changes: one audit for phones.
    if (width === 390) continue;
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      const found = await audit(page, colorScheme === "light");
      faults.push(...found.map((what) => `${width} px, ${colorScheme}: ${what}`));
    }
    await page.emulateMedia({ colorScheme: "light" });
  }
  return faults;
}

/** What makes the page scroll sideways. */
function tooWide(page) {
  return page.evaluate(() => {
    const { scrollWidth } = document.scrollingElement;
    if (scrollWidth <= window.innerWidth) return [];
    const name = (element) => `${element.localName}.${[...element.classList].join(".")}`;
    const beyond = [...document.body.querySelectorAll("*")].filter(
      (element) => element.getBoundingClientRect().right > window.innerWidth + 1 && !element.closest(".table-frame, .aloud"),
    );
    return [`${scrollWidth - window.innerWidth} px too wide: ${beyond.slice(0, 4).map(name).join(", ")}`];
  });
}

function audit(page, whole) {
  return page.evaluate(
    async ([tags, whole]) => {
      const runOnly = whole ? { type: "tag", values: tags } : { type: "rule", values: ["color-contrast", "link-in-text-block"] };
      const { violations } = await window.axe.run(document, { runOnly, resultTypes: ["violations"] });
      const line = ({ id, help, nodes }) => {
        const [{ target, any }] = nodes;
        const why = any.find((check) => check.id === "color-contrast")?.message ?? "";
        return `${id}: ${help} (${nodes.length} times, first ${target.join(" ")}) ${why}`.trim();
      };
      return violations.map(line);
    },
    [RULES, whole],
  );
}
