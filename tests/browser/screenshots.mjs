// Pictures of the main pages for eyes and for the README: `tests/browser/run --pictures DIR`. Proves nothing.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { made } from "./pages.mjs";
import { leave, stranger, visitor } from "./visitor.mjs";

const [folder] = process.argv.slice(2);
const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];
/** Long pages are cut here, so that a picture can be looked at in one go. */
const TALLEST = 1700;
const OFFICE = "client=office-valombre";
const MAIN = [
  ["measures", `/measures?${OFFICE}&period=last-90-days`],
  ["measures-panel", `/measures?${OFFICE}&definition=net_growth`],
  ["measures-all", "/measures"],
  ["indicator", `/measures/net_growth?${OFFICE}&period=last-90-days`],
  ["indicator-split", `/measures/visits?${OFFICE}&period=last-12-months&by=month&split=channel`],
  ["indicator-posts", `/measures/likes?${OFFICE}&split=post`],
  ["missing", `/measures/losses?${OFFICE}&space=facebook`],
  ["facts", `/measures/gains/facts?${OFFICE}`],
  ["journal", `/journal?${OFFICE}`],
  ["sources", "/sources"],
  ["format", "/sources/formats/x-overview"],
  ["settings", "/settings"],
  ["client", "/settings/clients/office-valombre"],
  ["people", "/settings/people"],
  ["log", "/settings/audit"],
  ["account", "/account"],
  ["api", "/api"],
  ["not-found", "/measures/happiness"],
];

await mkdir(folder, { recursive: true });
for (const language of ["fr", "en"]) {
  const inside = await visitor({ language });
  const outside = await stranger({ locale: language });
  const others = (await made(inside.page)).map(({ name, path }) => [name.replaceAll(" ", "-"), path]);
  for (const [name, path] of [...MAIN, ...others]) await picture(inside.page, name, path, language);
  await picture(outside.page, "sign-in", `/sign-in?lang=${language}`, language);
  await inside.context.close();
  await outside.context.close();
}
await leave();

async function picture(page, name, path, language) {
  await page.goto(path);
  for (const size of SIZES) {
    await page.setViewportSize(size);
    // A window as tall as the page: what stays in place while one scrolls is then where it belongs.
    const tall = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width: size.width, height: Math.min(Math.max(tall, size.height), TALLEST) });
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      const file = `${name}-${size.width}-${colorScheme}-${language}.png`;
      await page.screenshot({ path: join(folder, file), animations: "disabled" });
    }
  }
}
