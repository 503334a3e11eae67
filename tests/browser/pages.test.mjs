// Every page, in French and English, light and dark, on phones and on a laptop: nothing overflows, the audit of
// accessibility finds nothing, scripts and policy are quiet, every link leads somewhere.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { ALL_AUDITS, SOME_AUDITS, faultsAsShown, faultsOfMarkup } from "./faults.mjs";
import { OUTSIDE, PLAIN, made } from "./pages.mjs";
import { address, leave, stranger, visitor, watch } from "./visitor.mjs";

const TOGETHER = 2;
/** What `made` answers, by name: the addresses are known only once the program was used. */
const MADE = ["an upload", "an unknown table", "mapping assistant", "an import", "undoing an import", "an act of the journal", "a person"];

const links = new Set();
after(leave);

for (const language of ["fr", "en"]) {
  describe(`pages in ${language}`, { concurrency: TOGETHER }, () => {
    let inside;
    let outside;
    let pages;
    before(async () => {
      inside = await visitor({ language });
      outside = await stranger({ locale: language });
      pages = await made(inside.page);
    });
    after(() => Promise.all([inside.context.close(), outside.context.close()]));

    for (const page of PLAIN) test(page.name, () => look(inside, page, language));
    for (const page of OUTSIDE) {
      test(page.name, () => look(outside, { ...page, path: `${page.path}?lang=${language}` }, language));
    }
    for (const name of MADE) test(name, () => look(inside, pages.find((page) => page.name === name), language));
  });
}

test("every link of these pages leads somewhere", async () => {
  const { context } = await visitor();
  // One address of each kind: the same page with the same words in its query, whatever they say.
  const kinds = new Map();
  for (const link of links) {
    const url = new URL(link);
    if (url.origin === address) kinds.set(`${url.pathname} ${[...new Set(url.searchParams.keys())]}`, link);
  }
  assert.ok(kinds.size > 50, `only ${kinds.size} links were found`);
  const dead = [];
  for (const link of kinds.values()) {
    const response = await context.request.get(link);
    if (!response.ok()) dead.push(`${response.status()} ${link}`);
  }
  await context.close();
  assert.equal(dead.join("\n"), "");
});

async function look({ context }, { path, status }, language) {
  const page = await context.newPage();
  const troubles = watch(page);
  try {
    const response = await page.goto(path);
    assert.equal(response.status(), status, path);
    const faults = faultsOfMarkup(await response.text(), language);
    if (language === "en") {
      for (const link of await page.locator("a[href]").evaluateAll((all) => all.map((a) => a.href))) links.add(link);
    }
    faults.push(...(await faultsAsShown(page, language === "fr" ? ALL_AUDITS : SOME_AUDITS)), ...troubles);
    assert.equal(faults.join("\n"), "", path);
  } finally {
    await page.close();
  }
}
