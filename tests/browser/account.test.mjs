// One's own: language, theme, a token of the API; and what a viewer may not do.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { address, leave, shows, stranger, untroubled, visitor } from "./visitor.mjs";

after(leave);

test("language and theme are changed, and stay", async () => {
  const { context, page, troubles } = await visitor();
  const root = page.locator("html");
  const keep = page.locator("form[action='/account/profile'] button");
  await page.goto("/account");
  await page.locator("select[name=language]").selectOption("fr");
  await page.locator("select[name=theme]").selectOption("dark");
  await keep.click();
  await shows(page.locator(".flash-done"), "gardés");
  assert.equal(await root.getAttribute("lang"), "fr");
  assert.equal(await root.getAttribute("data-theme"), "dark");
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const dark = await paper();

  await page.goto("/measures");
  assert.equal(await root.getAttribute("lang"), "fr");
  await page.locator(".rail [name=theme][value=light]").click();
  await page.locator("html[data-theme=light]").waitFor();
  assert.notEqual(await paper(), dark, "at once, without loading the page again");
  await page.waitForLoadState("networkidle");
  await page.goto("/journal");
  assert.equal(await root.getAttribute("data-theme"), "light");
  untroubled(troubles);
  await context.close();
});

test("a token asks the same questions, until it is revoked", async () => {
  const { context, page, troubles } = await visitor();
  await page.goto("/account");
  await page.locator("form[action='/account/tokens'] input.input").fill("Spreadsheet");
  await page.locator("form[action='/account/tokens'] button").click();
  const token = await page.locator("code.secret").innerText();
  const machine = await stranger({ extraHTTPHeaders: { authorization: `Bearer ${token}` } });
  const ask = () => machine.context.request.get(`${address}/api/v1/ask?indicator=gains`);
  const answer = await ask();
  assert.equal(answer.status(), 200);
  assert.equal((await answer.json()).indicators[0].id, "gains");
  await page.locator("#tokens .list button").click();
  await shows(page.locator(".flash-done"), "Spreadsheet");
  assert.equal((await ask()).status(), 401);
  untroubled(troubles);
  await machine.context.close();
  await context.close();
});

test("somebody invited as a viewer reads, and changes nothing", async () => {
  const owner = await visitor();
  await owner.page.goto("/settings/people");
  await owner.page.locator("[name=name]").fill("Reader");
  await owner.page.locator("[name=email]").fill("reader@example.org");
  await owner.page.locator("[name=role]").selectOption("viewer");
  const all = owner.page.locator("[name=all]");
  if (await all.isChecked()) await all.uncheck();
  await owner.page.locator("[name=client][value=rh-solenval]").check();
  await owner.page.locator("form[action='/settings/people'] button").click();
  const link = await owner.page.locator("code.secret").innerText();

  const { context, page, troubles } = await stranger();
  await page.goto(link);
  await page.locator("main form button").click();
  await page.getByRole("link", { name: "Later" }).click();
  await page.waitForURL("**/measures*");
  assert.equal(await page.locator(".picker-client a[href*='office-valombre']").count(), 0, "other clients are behind a wall");
  assert.equal((await context.request.get("/measures?client=office-valombre")).status(), 404);
  assert.equal(await page.locator(".rail a[data-go=r]").count(), 0, "no settings");
  assert.equal((await context.request.get("/settings/people")).status(), 403);

  await page.goto("/sources");
  assert.equal(await page.locator("form[data-drop]").count(), 0, "nothing to drop files on");
  await page.goto("/journal");
  assert.equal(await page.locator("[name=kind]").count(), 0, "nothing to write in");
  const csrf = await page.locator("input[name=csrf]").first().getAttribute("value");
  const file = { name: "a.csv", mimeType: "text/csv", buffer: Buffer.from("a,b\n1,2\n") };
  const headers = { origin: address };
  const tried = await context.request.post("/sources/uploads", { headers, multipart: { csrf, client: "", file } });
  assert.equal(tried.status(), 403, "nor past the pages");
  untroubled([...troubles, ...owner.troubles]);
  await context.close();
  await owner.context.close();
});
