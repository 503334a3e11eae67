// Without script every action still works: the same journeys with plain links and forms.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { X_TOLD, xOverview } from "./exports.mjs";
import { leave, query, shows, visitor } from "./visitor.mjs";

let context;
let page;

before(async () => ({ context, page } = await visitor({ javaScriptEnabled: false })));
after(async () => {
  await context.close();
  await leave();
});

test("an export is given, checked, imported, measured, and taken back", async () => {
  await page.goto("/sources");
  await page.locator("#file").setInputFiles(xOverview());
  await page.locator("form[data-drop] button[type=submit]").click();
  await page.waitForURL("**/sources/uploads/*");
  await page.locator("select[name=place]").selectOption("+/");
  await page.locator("details.more summary").first().click();
  await page.locator("[name=new_client]").fill("Lighthouse");
  await page.locator("[name=new_space]").fill("X of the lighthouse");
  await page.locator("main form .button-main").click();
  await shows(page.locator("main h1"), "new items imported");
  const result = page.url();
  await page.locator("main a.button-main").click();
  await shows(page.locator("#gains .value"), String(X_TOLD.gains));

  await page.locator("#gains").getByRole("link", { name: "Definition" }).click();
  await shows(page.locator(".panel h2"), "New followers");
  await page.locator(".panel [data-close]").click();
  assert.equal(await page.locator(".panel").count(), 0);

  await page.goto(result);
  await page.locator("main a[href^='/sources/imports/']").click();
  await page.locator("a[href$='/undo']").click();
  await page.locator(".button-loss").click();
  await shows(page.locator(".flash-done"), /./);
});

test("an act is noted, changed, deleted, and brought back", async () => {
  await page.goto("/journal?client=office-valombre");
  await page.locator("label.kind", { has: page.locator("[value=meeting]") }).click();
  await page.locator("[name=text]").fill("Without a script");
  await page.locator("main form .button-main").click();
  await page.getByRole("link", { name: "Without a script" }).click();
  await page.locator("[name=text]").fill("Still without a script");
  await page.locator("main form .button-main").click();
  await page.getByRole("listitem").filter({ hasText: "Still without a script" }).getByRole("button").click();
  await page.getByRole("button", { name: "Undo" }).click();
  await shows(page.locator("main ul.list"), "Still without a script");
});

test("what is looked at, the theme and the way out", async () => {
  await page.goto("/measures?client=office-valombre");
  const spaces = page.locator(".topbar-filters .picker").first();
  await spaces.locator("summary").click();
  await spaces.locator("[value=instagram]").check();
  await spaces.locator(".button-main").click();
  await page.waitForURL("**/*space=instagram*");
  await page.locator(".strip a").nth(1).click();
  assert.equal(query(page).space, "instagram");
  assert.ok(query(page).show, "another key figure is drawn");

  await page.locator(".rail [name=theme][value=dark]").click();
  await page.locator("html[data-theme=dark]").waitFor();
  await page.locator(".rail form[action='/sign-out'] button").click();
  await page.waitForURL("**/sign-in*");
});
