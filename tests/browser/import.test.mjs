// From a file to a figure and back: a known export by the drop zone, an unknown table by the assistant, a damaged file.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { OWN_LIKES, OWN_ROLES, X_TOLD, cutOverview, jsonLines, ownTable, xOverview } from "./exports.mjs";
import { leave, query, shows, untroubled, visitor } from "./visitor.mjs";

let context;
let page;
let troubles;

before(async () => ({ context, page, troubles } = await visitor()));
after(async () => {
  await context.close();
  await leave();
});

test("an overview of X is dropped, checked, imported, measured, and taken back", async () => {
  await page.goto("/sources");
  await dropOn(page, xOverview());
  await page.waitForURL("**/sources/uploads/*");
  await shows(page.locator("main h3").first(), "X · account overview");
  await shows(page.locator("main .table-raw"), "New follows");

  await page.locator("select[name=place]").selectOption("+/");
  await page.locator("details.more summary").first().click();
  await page.locator("[name=new_client]").fill("Harbour");
  await page.locator("[name=new_space]").fill("X of the harbour");
  await page.locator("main form .button-main").click();
  await shows(page.locator("main h1"), "new items imported");
  const result = page.url();

  await page.locator("main a.button-main").click();
  await page.waitForURL("**/measures*");
  assert.equal(query(page).client, "harbour");
  for (const [id, told] of Object.entries(X_TOLD)) await shows(page.locator(`#${id} .value`), String(told));

  // The same file again brings nothing.
  await page.goto("/sources?client=harbour");
  await page.locator("#file").setInputFiles(xOverview("again.csv"));
  await page.waitForURL("**/sources/uploads/*");
  await page.locator("main form .button-main").click();
  await shows(page.locator("main h1"), "Nothing new");

  await page.goto(result);
  await page.locator("main a[href^='/sources/imports/']").click();
  await page.locator("a[href$='/undo']").click();
  await page.locator(".button-loss").click();
  await page.waitForURL(/\/sources(\?.*)?$/);
  await shows(page.locator(".flash-done"), /./);
  await page.goto("/measures/gains?client=harbour");
  assert.equal(await page.locator(".value-none").count(), 1, "the figures went with the import");
  untroubled(troubles);
});

test("a table nobody knows is explained in the assistant, then imported", async () => {
  await page.goto("/sources?client=rh-solenval");
  await page.locator("#file").setInputFiles(ownTable());
  await page.waitForURL("**/sources/uploads/*");
  await page.locator("main a.button-main").click();
  await page.waitForURL("**/mapping*");

  await page.locator("input[name=rows][value=posts]").check();
  for (const [column, role] of OWN_ROLES.entries()) await page.locator(`[name=role-${column}]`).selectOption(role);
  // The rows as they would be read follow each choice.
  await shows(page.locator("#became"), "Post 4");
  await shows(page.locator("#became"), "7");
  await page.locator("[name=name]").fill("Posts of ours");
  await page.locator("main form .button-main").click();
  await page.waitForURL(/\/sources\/uploads\/\d+$/);
  await shows(page.locator("main"), "Posts of ours");

  await page.locator("select[name=place]").selectOption("rh-solenval/+");
  const summary = page.locator("details.more:not([open]) summary").first();
  if (!(await page.locator("[name=new_space]").isVisible())) await summary.click();
  await page.locator("[name=new_space]").fill("Notice board");
  await page.locator("select[name=network]").last().selectOption("other");
  await page.locator("main form .button-main").click();
  await shows(page.locator("main h1"), "imported");

  await page.goto("/measures/likes?client=rh-solenval&split=space");
  await shows(page.locator("#table"), new RegExp(`Notice board ${OWN_LIKES}`));

  // The next file of this client with these columns is known.
  await page.goto("/sources?client=rh-solenval");
  await page.locator("#file").setInputFiles({ ...ownTable(), name: "next-month.csv" });
  await page.waitForURL("**/sources/uploads/*");
  await shows(page.locator("main"), "Posts of ours");
  untroubled(troubles);
});

test("JSON lines are a table too, and the next file is known though it has other keys", async () => {
  await page.goto("/sources?client=rh-solenval");
  await page.locator("#file").setInputFiles(jsonLines());
  await page.waitForURL("**/sources/uploads/*");
  await page.locator("main a.button-main").click();
  await page.waitForURL("**/mapping*");
  // What the keys say is proposed.
  const headers = ["id", "created_at", "author.name", "text", "metrics.like_count", "metrics.share_count"];
  for (const [column, role] of ["id", "at", "person", "text", "likes", "shares"].entries()) {
    assert.equal(await page.locator(`[name=role-${column}]`).inputValue(), role, headers[column]);
  }
  await shows(page.locator("#became"), "Line 4");
  await page.locator("[name=name]").fill("What our program writes");
  await page.locator("main form .button-main").click();
  await page.waitForURL(/\/sources\/uploads\/\d+$/);

  await page.goto("/sources?client=rh-solenval");
  await page.locator("#file").setInputFiles(jsonLines("later.jsonl", [1, 4]));
  await page.waitForURL("**/sources/uploads/*");
  await shows(page.locator("main"), "What our program writes");
  untroubled(troubles);
});

test("a file cut short is refused with its place, its reason and what to do", async () => {
  await page.goto("/sources");
  await page.locator("#file").setInputFiles(cutOverview());
  await page.waitForURL("**/sources/uploads/*");
  await shows(page.locator("main .flash-error"), "line 11");
  // Insisting changes nothing: it is refused whole, and the file still waits with its reason.
  await page.locator("select[name=place]").selectOption({ label: "X · Le Courrier · X" });
  const importing = page.getByRole("button", { name: "Import", exact: true });
  assert.ok((await importing.getAttribute("class")).includes("button-quiet"), "importing it as it is comes last");
  await importing.click();
  await shows(page.locator("main"), "The last try was refused");
  assert.ok((await page.locator("main .flash-error").count()) > 0);
  await page.locator("[formaction$='/forget']").click();
  await shows(page.locator(".flash-done"), "forgotten");
  untroubled(troubles);
});

/** As a file dragged from the desktop arrives. */
async function dropOn(page, { name, mimeType, buffer }) {
  const carried = await page.evaluateHandle(
    ([name, type, text]) => {
      const data = new DataTransfer();
      data.items.add(new File([text], name, { type }));
      return data;
    },
    [name, mimeType, buffer.toString()],
  );
  await page.dispatchEvent("form[data-drop]", "dragenter", { dataTransfer: carried });
  await page.dispatchEvent("form[data-drop]", "drop", { dataTransfer: carried });
}
