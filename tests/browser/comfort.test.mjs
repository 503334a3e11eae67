// What makes pages quick and findable: fetched ahead under the pointer, a skeleton when one has to wait, the finder.
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

/** A link of the rail. */
const room = (word) => page.locator(`a.rail-room[href^='/${word}']`);

test("a page under the pointer is fetched before the click; what acts or weighs is not", async () => {
  const ahead = [];
  page.on("request", (request) => {
    if (request.headers()["sec-purpose"]?.startsWith("prefetch")) ahead.push(new URL(request.url()).pathname);
  });
  await page.goto("/measures/likes?client=office-valombre");
  await page.locator(".figure-links a[download]").first().hover();
  await page.waitForTimeout(700);
  await room("journal").hover();
  await page.waitForTimeout(1500);
  await room("journal").click();
  await page.waitForURL("**/journal*");
  const delivery = await page.evaluate(() => performance.getEntriesByType("navigation")[0].deliveryType);
  assert.equal(delivery, "navigational-prefetch", "no store of the browser keeps pages: this is the one way that helps");
  assert.ok(!ahead.some((path) => path.endsWith(".csv")), `no file is made in vain: ${ahead}`);
  await page.goto("/settings");
  await page.locator(".switch a[href='/settings/audit']").hover();
  await page.waitForTimeout(1000);
  assert.ok(!ahead.includes("/settings/audit"), "reading the log is written down: passing over a link is not reading");
  untroubled(troubles);
});

test("after 300 ms of waiting the page is its own skeleton, and comes back when one returns", async () => {
  await page.goto("/measures?client=office-valombre");
  await page.route("**/sources*", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 2000));
    await route.continue();
  });
  const seen = await room("sources").evaluate(async (link) => {
    const main = document.querySelector("main");
    link.click();
    const at = [];
    for (const pause of [150, 450]) {
      await new Promise((resolve) => setTimeout(resolve, pause));
      at.push([main.hasAttribute("data-waiting"), main.getAttribute("aria-busy"), main.getBoundingClientRect().height]);
    }
    return at;
  });
  assert.deepEqual(seen.map(([waiting, busy]) => [waiting, busy]), [[false, null], [true, "true"]]);
  assert.equal(seen[0][2], seen[1][2], "nothing jumps");
  await page.waitForURL("**/sources*");
  await page.unroute("**/sources*");
  await page.goBack();
  await page.waitForURL("**/measures*");
  assert.equal(await page.locator("[data-waiting]").count(), 0);
  untroubled(troubles);
});

test("Ctrl K finds what stands on no link of the page, by any of its words", async () => {
  await page.goto("/account?client=office-valombre&period=last-7-days");
  const cases = [
    ["mirelande mastodon", "Mastodon · Le Courrier", { client: "courrier-mirelande", space: "mastodon", period: "last-7-days" }],
    ["lost followers", "Lost followers", { client: "office-valombre", period: "last-7-days" }],
  ];
  for (const [words, name, leads] of cases) {
    await page.goto("/account?client=office-valombre&period=last-7-days");
    await page.keyboard.press("Control+k");
    await page.locator("dialog#finder[open]").waitFor();
    // The list is here once a measure is found.
    await page.keyboard.type("reach");
    await shows(page.locator(".finder-results"), "Reach");
    await page.locator("#finder input").fill(words);
    await shows(page.locator(".finder-results a").first(), name);
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/measures/);
    assert.deepEqual(query(page), leads);
  }
  untroubled(troubles);
});

test("without script the finder is a page with a field", async () => {
  const plain = await context.browser().newContext({ javaScriptEnabled: false, storageState: await context.storageState(), baseURL: new URL(page.url()).origin });
  const still = await plain.newPage();
  await still.goto("/measures");
  await still.locator("a[data-open-finder]").click();
  await still.locator("#q").fill("lost followers");
  await still.locator("main form button").click();
  await still.locator("main .list a").first().click();
  assert.equal(new URL(still.url()).pathname, "/measures/losses");
  await plain.close();
});
