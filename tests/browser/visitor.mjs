// Who visits: opens Chromium, makes people on the command line, signs them in, notes what goes wrong in their pages.
// What pages should show is the tests' business. `run` starts the program and says where it is.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { promisify } from "node:util";

/** Finds modules where the interface has them. */
export const need = createRequire(new URL("../../interface/package.json", import.meta.url));
const { chromium } = need("playwright-core");
const execute = promisify(execFile);

const { CHROMIUM, VIGIE_ADDRESS, VIGIE_BINARY, VIGIE_FOLDER, VIGIE_LINK } = process.env;
assert.ok(VIGIE_ADDRESS, "start these tests with tests/browser/run");

/** The address of the program, and the one-time link it printed. */
export const address = VIGIE_ADDRESS;
export const printedLink = VIGIE_LINK;

/** How long anything on a page may take: a debug build on a busy machine is slow. */
const PATIENCE = 20_000;

const QUIET = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

let opened;

/** The one browser of a test file. */
export function browser() {
  // Chromium has no sandbox for root.
  const args = process.getuid?.() === 0 ? ["--no-sandbox", ...QUIET] : QUIET;
  opened ??= chromium.launch({ executablePath: CHROMIUM, args });
  return opened;
}

/** Closes it: `after(leave)` in each test file. */
export async function leave() {
  await (await opened)?.close();
}

/** A browser of somebody who has not signed in: a page, and the list of what goes wrong in it. */
export async function stranger(options = {}) {
  const context = await (await browser()).newContext({
    baseURL: address,
    locale: "en-GB",
    reducedMotion: "reduce",
    viewport: { width: 1280, height: 900 },
    ...options,
  });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  return { context, page, troubles: watch(page) };
}

let people = 0;

/** Adds somebody on the command line; answers their address and their one-time link. */
export async function invited(role = "owner") {
  people += 1;
  const email = `${role}-${process.pid}-${people}@example.org`;
  const env = { ...process.env, VIGIE_DATA_DIR: `${VIGIE_FOLDER}/data` };
  const { stdout } = await execute(VIGIE_BINARY, ["user", "add", email, "--role", role], { env });
  return { email, link: new URL(stdout.trim(), address).href };
}

/** Signs somebody new in by their link, without a password. */
export async function visitor({ role = "owner", language = "en", ...options } = {}) {
  const visit = await stranger(options);
  const { page } = visit;
  const { email, link } = await invited(role);
  await page.goto(link);
  await page.locator("form[action^='/sign-in/link/'] button").click();
  await page.waitForURL("**/sign-in/password");
  await page.goto("/account");
  await page.locator("select[name=language]").selectOption(language);
  await page.locator("form[action='/account/profile'] button").click();
  await page.locator(".flash-done").waitFor();
  return { ...visit, email };
}

/** Notes errors of scripts, of the policy, of the network. A refused form (4xx page) is an answer, not an error. */
export function watch(page) {
  const troubles = [];
  page.on("pageerror", (error) => troubles.push(`script: ${error.message}`));
  page.on("console", (message) => {
    const told = message.text();
    // Chromium repeats here each answer of 400 and more: those are judged below.
    if (message.type() === "error" && !told.startsWith("Failed to load resource")) troubles.push(`console: ${told}`);
  });
  page.on("response", (response) => {
    const [status, request] = [response.status(), response.request()];
    const refused = status < 500 && (request.isNavigationRequest() || request.resourceType() === "xhr");
    if (status >= 400 && !refused) troubles.push(`answered ${status}: ${request.method()} ${response.url()}`);
  });
  page.on("requestfailed", (request) => {
    const why = request.failure()?.errorText;
    // Left because the person went elsewhere, or because the answer was a download.
    if (why !== "net::ERR_ABORTED") troubles.push(`failed (${why}): ${request.url()}`);
  });
  return troubles;
}

/** Fails with the whole list. */
export function untroubled(troubles) {
  assert.deepEqual(troubles, []);
}

/** Waits until a locator shows this text, whatever the kind of space in it. */
export async function shows(locator, text) {
  const plain = (words) => words.replace(/\s+/gu, " ");
  const wanted = text instanceof RegExp ? text : new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const until = Date.now() + PATIENCE;
  let seen = "";
  while (Date.now() < until) {
    // Between two pages there is nothing to read.
    seen = plain((await locator.allInnerTexts().catch(() => [])).join(" ¶ "));
    if (wanted.test(seen)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.fail(`expected ${wanted}, found: ${seen.slice(0, 600)}`);
}

/** The words of an address. */
export function query(page) {
  return Object.fromEntries(new URL(page.url()).searchParams);
}
