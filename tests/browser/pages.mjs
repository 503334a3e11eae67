// Which pages there are, for the audit and the pictures. A new page gets a line here.
import { ownTable, xOverview } from "./exports.mjs";

const OFFICE = "client=office-valombre";
const PAPER = "client=courrier-mirelande";

/** Pages with a plain address. `status` where it is not 200. */
export const PLAIN = [
  ["measures", "/measures"],
  ["measures of a client", `/measures?${OFFICE}`],
  ["measures of two spaces against a year before", `/measures?${OFFICE}&space=instagram&space=facebook&period=last-90-days&compare=year`],
  ["measures without comparison", `/measures?${PAPER}&period=last-7-days&compare=none`],
  ["measures where nothing is known", "/measures?from=2011-01-01&to=2011-02-01"],
  ["measures with the panel", `/measures?${OFFICE}&definition=net_growth`],
  ["followers", "/measures/followers"],
  ["gains by hour", "/measures/gains?period=last-7-days&by=hour"],
  ["losses where a network tells none", `/measures/losses?${OFFICE}&space=facebook`],
  ["net growth by client and month", "/measures/net_growth?period=last-12-months&by=month&split=client"],
  ["mentions by space", `/measures/mentions?${PAPER}&split=space`],
  ["likes by post", `/measures/likes?${OFFICE}&split=post`],
  ["interactions by kind and week", "/measures/interactions?period=last-90-days&by=week&split=kind"],
  ["engagement rate by content type", `/measures/engagement_rate_reach?${OFFICE}&split=content_type`],
  ["active members by year", "/measures/active_members?period=all&by=year"],
  ["visits by channel", `/measures/visits?${OFFICE}&split=channel`],
  ["visits by referrer and quarter", "/measures/visits?period=last-12-months&by=quarter&split=referrer"],
  ["social share", "/measures/social_share"],
  ["meetings by person", "/measures/meetings?period=all&split=person"],
  ["a measure with the panel", `/measures/impressions?${OFFICE}&definition=impressions`],
  ["definition", "/measures/growth_rate/definition"],
  ["facts", `/measures/gains/facts?${PAPER}&period=this-year`],
  ["facts of a person of the team", "/measures/meetings/facts?period=all&person=Community+manager+1"],
  ["facts of visits", `/measures/visits/facts?${OFFICE}`],
  ["journal", "/journal"],
  ["journal of a client", `/journal?${OFFICE}&period=last-90-days&kind=meeting`],
  ["sources", "/sources"],
  ["formats", "/sources/formats"],
  ["help of a format", "/sources/formats/x-overview"],
  ["finder", "/find"],
  ["finder with words", `/find?q=valombre&${OFFICE}`],
  ["settings", "/settings"],
  ["clients", "/settings/clients"],
  ["a client", "/settings/clients/office-valombre"],
  ["deleting a client", "/settings/clients/office-valombre/delete"],
  ["a space", "/settings/clients/office-valombre/spaces/instagram"],
  ["people", "/settings/people"],
  ["log", "/settings/audit"],
  ["account", "/account"],
  ["API", "/api"],
  ["nothing at this address", "/measures/happiness", 404],
  ["a period that ends before it begins", "/measures?from=2026-02-01&to=2026-01-01", 422],
].map(([name, path, status = 200]) => ({ name, path, status }));

/** Pages for those who have not signed in. */
export const OUTSIDE = [
  { name: "sign-in", path: "/sign-in", status: 200 },
  { name: "a one-time link", path: "/sign-in/link/used-up", status: 200 },
];

/** Pages whose address is made by using the program: an upload, the assistant, an import, an act, a person. */
export async function made(page) {
  const first = (selector) => page.locator(selector).first().getAttribute("href");
  const drop = async (file) => {
    await page.goto("/sources");
    await page.locator("#file").setInputFiles(file);
    await page.waitForURL("**/sources/uploads/*");
    return new URL(page.url()).pathname;
  };
  const known = await drop(xOverview());
  const unknown = await drop(ownTable());
  await page.goto("/sources");
  const imported = await first("#imports a[href^='/sources/imports/']");
  await page.goto(`/journal?${OFFICE}`);
  await page.locator("input[name=kind][value=call]").check();
  await page.locator("main form .button-main").click();
  const act = await first("#main .list a[href^='/journal/']");
  await page.goto("/settings/people");
  const person = await first("a[href^='/settings/people/']");
  return [
    { name: "an upload", path: known },
    { name: "an unknown table", path: unknown },
    { name: "mapping assistant", path: `${unknown}/mapping?part=0` },
    { name: "an import", path: imported },
    { name: "undoing an import", path: `${imported}/undo` },
    { name: "an act of the journal", path: act },
    { name: "a person", path: person },
  ].map((page) => ({ ...page, status: 200 }));
}
