// The whole way by keyboard alone: where the focus goes, that it is seen, the keys between rooms, the finder, the panel,
// an act of the journal.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { leave, query, shows, untroubled, visitor } from "./visitor.mjs";

let context;
let page;
let troubles;

before(async () => ({ context, page, troubles } = await visitor()));
after(async () => {
  await context.close();
  await leave();
});

/** What has the focus, whether its ring is drawn, and whether something lies over it. */
function focus() {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return { name: "nothing" };
    // A card and a choice wear the ring of the link or button inside.
    const shown = element.closest("label") ?? element;
    const { left, top, width, height } = shown.getBoundingClientRect();
    const over = document.elementFromPoint(left + width / 2, top + height / 2);
    const ring = [element, shown, element.closest(".card")].filter(Boolean).some((one) => {
      const style = getComputedStyle(one);
      return (style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
    });
    const name = (element.getAttribute("aria-label") || element.textContent || element.name || element.localName).trim();
    return {
      name: name.replace(/\s+/g, " ").slice(0, 60),
      ring,
      covered: !over || !(shown.contains(over) || over.contains(shown)),
      place: [...document.querySelectorAll("*")].indexOf(element),
    };
  });
}

test("the first stop skips to the content; every stop is seen, in the order of the page", async () => {
  await page.goto("/measures?client=office-valombre");
  await page.keyboard.press("Tab");
  const skip = await focus();
  assert.equal(skip.name, "Skip to content");
  assert.ok(skip.ring && !skip.covered, "the skip link is seen when it has the focus");

  const faults = [];
  let before = skip.place;
  for (let stop = 0; stop < 45; stop += 1) {
    await page.keyboard.press("Tab");
    const { name, ring, covered, place } = await focus();
    if (name === "nothing") faults.push(`stop ${stop}: the focus is lost`);
    else if (!ring) faults.push(`no ring on « ${name} »`);
    else if (covered) faults.push(`something covers « ${name} »`);
    if (place < before) faults.push(`« ${name} » comes before the stop that led to it`);
    before = place;
  }
  assert.equal(faults.join("\n"), "");

  await page.goto("/measures");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  assert.ok(await page.evaluate(() => document.querySelector("main").contains(document.activeElement)), "past the rail and the bar");
  untroubled(troubles);
});

test("rooms by g and a letter; help by a question mark; rows by j and k", async () => {
  await page.goto("/measures");
  for (const [letter, room] of [["j", "journal"], ["s", "sources"], ["r", "settings"], ["a", "account"], ["m", "measures"]]) {
    await page.keyboard.press("g");
    await page.keyboard.press(letter);
    await page.waitForURL(`**/${room}*`);
  }
  await page.keyboard.press("?");
  await page.locator("dialog#help[open]").waitFor();
  await page.keyboard.press("Escape");
  await page.locator("dialog#help[open]").waitFor({ state: "detached" });

  await page.goto("/sources");
  await page.keyboard.press("j");
  const first = await focus();
  await page.keyboard.press("j");
  assert.notEqual((await focus()).place, first.place);
  await page.keyboard.press("k");
  assert.equal((await focus()).place, first.place);
  untroubled(troubles);
});

test("Ctrl K finds a page; the panel takes the focus and Escape gives it back", async () => {
  await page.goto("/measures?client=office-valombre");
  await page.keyboard.press("Control+k");
  await page.locator("dialog#finder[open]").waitFor();
  await page.keyboard.type("likes");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/measures/likes*");

  await page.goto("/measures?client=office-valombre");
  await page.locator("#likes").getByRole("link", { name: "Definition" }).focus();
  await page.keyboard.press("Enter");
  await page.locator(".panel").waitFor();
  await page.waitForFunction(() => document.activeElement?.closest(".panel"));
  await page.waitForURL("**/*definition=likes*");
  await page.keyboard.press("Escape");
  await page.locator(".panel").waitFor({ state: "detached" });
  assert.equal(query(page).definition, undefined);
  assert.equal(query(page).client, "office-valombre");
  untroubled(troubles);
});

test("a picker opens with Enter, is left with Escape, and keeps the focus", async () => {
  await page.goto("/measures");
  await page.locator(".topbar-filters summary").nth(1).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  assert.ok(await page.evaluate(() => document.activeElement.closest("details.picker[open] .menu") !== null));
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("details.picker[open]").count(), 0);
  assert.equal(await page.evaluate(() => document.activeElement.localName), "summary");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/*period=*");
  untroubled(troubles);
});

test("an act is noted without a pointer", async () => {
  await page.goto("/measures?client=office-valombre");
  await page.keyboard.press("g");
  await page.keyboard.press("j");
  await page.waitForURL("**/journal*");
  const inForm = () => page.evaluate(() => document.activeElement?.name ?? "");
  for (let stop = 0; stop < 40 && (await inForm()) !== "kind"; stop += 1) await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowRight");
  const kind = await page.evaluate(() => document.activeElement.value);
  assert.ok((await focus()).ring, `« ${kind} » is seen to have the focus`);
  await page.keyboard.press("Tab");
  assert.equal(await inForm(), "text");
  await page.keyboard.type("By keyboard alone");
  await page.keyboard.press("Enter");
  await shows(page.getByRole("status"), "noted");
  await shows(page.locator("main ul.list"), "By keyboard alone");
  untroubled(troubles);
});
