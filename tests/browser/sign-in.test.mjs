// Coming in and going out: the printed link and a first password, the password, a wrong one, a link used twice.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { leave, printedLink, shows, stranger, untroubled } from "./visitor.mjs";

const PASSWORD = "three calm lighthouses";

after(leave);

test("the printed link, a first password, out, and in again", async () => {
  const { context, page, troubles } = await stranger();

  await page.goto(printedLink);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/sign-in/password");
  const fresh = page.getByLabel("New password");
  await fresh.fill("short");
  await page.locator(".button-main").click();
  await shows(page.locator("main .error"), "10");
  await fresh.fill(PASSWORD);
  await page.locator(".button-main").click();
  await page.waitForURL("**/measures");
  await shows(page.locator(".flash-done"), "Your password is set");

  await page.goto("/account");
  const email = (await page.locator(".lead").innerText()).split(" ")[0];
  await page.locator("main form[action='/sign-out'] button").click();
  await page.waitForURL("**/sign-in*");
  await page.goto("/journal");
  assert.match(page.url(), /\/sign-in\?/, "the rooms are closed");

  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill("another calm lighthouse");
  await page.locator(".button-main").click();
  await shows(page.getByRole("alert"), "do not go together");
  assert.equal(await page.getByLabel("E-mail").inputValue(), email, "what was typed is still there");
  await page.getByLabel("Password").fill(PASSWORD);
  await page.locator(".button-main").click();
  await page.waitForURL("**/journal");

  untroubled(troubles);
  await context.close();

  const { context: other, page: late } = await stranger();
  await late.goto(printedLink);
  await late.getByRole("button", { name: "Sign in" }).click();
  await shows(late.getByRole("alert"), "used already");
  await other.close();
});
