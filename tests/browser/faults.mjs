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

/** Which audits a page gets: widths and themes. Between 360 and 390 px no rule of the style changes: one for phones. */
export const ALL_AUDITS = [[360, "light"], [360, "dark"], [1440, "light"], [1440, "dark"]];
/** Enough for the second language, whose words are longer or shorter but whose colours are the same. */
export const SOME_AUDITS = [[360, "light"], [1440, "dark"]];

/** Faults of the page as it stands. What does not depend on colour is audited in light only. */
export async function faultsAsShown(page, audits) {
  const faults = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: HEIGHT });
    faults.push(...(await tooWide(page)).map((what) => `${width} px: ${what}`));
  }
  await page.evaluate(AXE);
  for (const [width, colorScheme] of audits) {
    await page.setViewportSize({ width, height: HEIGHT });
    await page.emulateMedia({ colorScheme });
    const found = await audit(page, colorScheme === "light");
    faults.push(...found.map((what) => `${width} px, ${colorScheme}: ${what}`));
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
