// What is looked at lives in the address: the choices of the top bar, the panel, the files of a figure.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
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

/** Opens a picker of the top bar and follows one of its links. */
async function choose(picker, link) {
  await picker.locator("summary").click();
  await picker.locator(link).click();
  await page.waitForLoadState();
}

test("client, spaces, dates and comparison are chosen in the top bar", async () => {
  const [spaces, dates, compare] = [0, 1, 2].map((n) => page.locator(".topbar-filters .picker").nth(n));
  await page.goto("/measures");
  await choose(page.locator(".picker-client"), "a[href*='client=office-valombre']");
  assert.deepEqual(query(page), { client: "office-valombre" });

  await spaces.locator("summary").click();
  await spaces.locator("[value=instagram]").check();
  await spaces.locator(".button-main").click();
  await page.waitForURL("**/*space=instagram*");

  await choose(dates, "a[href*='period=last-90-days']");
  await choose(compare, "a[href*='compare=year']");
  const chosen = { client: "office-valombre", space: "instagram", period: "last-90-days", compare: "year" };
  assert.deepEqual(query(page), chosen);

  // Every room carries the view along, and keeps it on reload.
  await page.locator("a[data-go=j]").click();
  await page.waitForURL("**/journal*");
  await page.locator("a[data-go=m]").click();
  await page.waitForURL("**/measures*");
  assert.deepEqual(query(page), chosen);
  await page.reload();
  assert.deepEqual(query(page), chosen);

  await dates.locator("summary").click();
  await dates.locator("[name=from]").fill("2026-01-01");
  await dates.locator("[name=until]").fill("2026-01-31");
  await dates.locator("form button").click();
  await page.waitForURL("**/*from=2026-01-01*");
  assert.equal(query(page).period, undefined, "dates take the place of a named period");
  untroubled(troubles);
});

test("a definition opens beside the page, has its own address, and closes with Escape", async () => {
  await page.goto("/measures?client=office-valombre");
  await page.locator("#likes").getByRole("link", { name: "Definition" }).click();
  await page.locator(".panel").waitFor();
  await page.waitForURL("**/*definition=likes*");
  await page.reload();
  await shows(page.locator(".panel h2"), "Likes");
  await page.keyboard.press("Escape");
  await page.locator(".panel").waitFor({ state: "detached" });
  assert.equal(query(page).definition, undefined);
  untroubled(troubles);
});

test("a figure is cut by period and split, and sorted", async () => {
  await page.goto("/measures/interactions?client=office-valombre&period=last-90-days");
  await page.locator(".switch a[href*='by=month']").click();
  await page.waitForURL("**/*by=month*");
  await choose(page.locator("main .picker"), "a[href*='split=network']");
  await page.waitForURL("**/*split=network*");
  await shows(page.locator("#table"), "Instagram");
  await page.locator("#table thead a").last().click();
  await page.locator("#table [aria-sort]").waitFor();
  assert.ok((await page.locator("main figure svg").count()) > 0);
  untroubled(troubles);
});

test("what is shown comes as CSV, JSON and SVG", async () => {
  await page.goto("/measures/gains?client=courrier-mirelande&period=last-90-days&by=week");
  const file = async (name) => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.locator(".figure-links").getByRole("link", { name }).click(),
    ]);
    assert.match(download.suggestedFilename(), new RegExp(`^gains-.*\\.${name.toLowerCase()}$`));
    return readFile(await download.path(), "utf8");
  };
  const csv = (await file("CSV")).trim().split("\n");
  const json = JSON.parse(await file("JSON"));
  // Arrivals are drawn against departures.
  assert.deepEqual(json.indicators.map(({ id }) => id), ["gains", "losses"]);
  const rows = json.indicators.flatMap(({ rows }) => rows);
  assert.ok(rows.length > 20);
  assert.equal(csv.length, rows.length + 1, "as many lines as rows, and the header");
  assert.match(await file("SVG"), /^<svg[^>]+xmlns=/);
  untroubled(troubles);
});
