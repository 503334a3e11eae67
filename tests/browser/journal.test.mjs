// The journal: an act entered in a few keystrokes, changed, deleted, and brought back.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { leave, shows, untroubled, visitor } from "./visitor.mjs";

after(leave);

test("an act is entered, changed, deleted and brought back", async () => {
  const { context, page, troubles } = await visitor();
  const list = page.locator("main ul.list");

  await page.goto("/journal?client=office-valombre");
  await page.locator("label.kind", { has: page.locator("[value=call]") }).click();
  await page.locator("[name=text]").fill("Asked the harbour master");
  await page.keyboard.press("Enter");
  await shows(page.getByRole("status"), "Call: noted");
  await shows(list, "Asked the harbour master");

  await page.getByRole("link", { name: "Asked the harbour master" }).click();
  await page.locator("[name=text]").fill("Asked the harbour master twice");
  await page.locator(".button-main").click();
  await shows(page.getByRole("status"), "Call: changed");
  await shows(list, "Asked the harbour master twice");

  await page.getByRole("listitem").filter({ hasText: "harbour master" }).getByRole("button").click();
  await shows(page.getByRole("status"), "Call: deleted");
  assert.equal(await list.filter({ hasText: "harbour master" }).count(), 0);
  await page.getByRole("button", { name: "Undo" }).click();
  await shows(list, "Asked the harbour master twice");

  untroubled(troubles);
  await context.close();
});

test("what is missing is said beside its field, and what was typed stays", async () => {
  const { context, page, troubles } = await visitor();
  await page.goto("/journal");
  await page.locator("[name=kind][value=mail]").check();
  await page.locator("[name=text]").fill("To whom?");
  await page.locator("main form .button-main").first().click();
  const invalid = page.locator("select:invalid, [aria-invalid=true]");
  assert.ok((await invalid.count()) > 0, "the client is asked for");
  assert.equal(await page.locator("[name=text]").inputValue(), "To whom?");
  untroubled(troubles);
  await context.close();
});
