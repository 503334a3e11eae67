// Files that tests give: an overview as X writes it, and a table that nobody knows. Dates end yesterday, so that the
// usual period shows them.

const DAY = 24 * 60 * 60 * 1000;
const daysAgo = (n) => new Date(Date.now() - n * DAY);
const csv = (name, lines) => ({ name, mimeType: "text/csv", buffer: Buffer.from(`${lines.join("\n")}\n`) });

const X_HEADER =
  "Date,Impressions,Likes,Engagements,Bookmarks,Shares,New follows,Unfollows,Replies,Reposts,Profile visits,Create Post,Video views,Media views";

/** Ten days, newest first: 55 arrivals (1 + 2 + … + 10), 10 departures. */
export function xOverview(name = "account_overview_analytics.csv") {
  const asX = new Intl.DateTimeFormat("en-US", { weekday: "short", month: "short", day: "numeric", year: "numeric", timeZone: "UTC" });
  const lines = Array.from({ length: 10 }, (_, i) => `"${asX.format(daysAgo(i + 1))}",120,5,14,1,0,${i + 1},1,3,1,6,2,0,0`);
  return csv(name, [X_HEADER, ...lines]);
}

/** What that file adds up to. */
export const X_TOLD = { gains: 55, losses: 10, net_growth: 45 };

/** The same file cut in the middle of its last line. */
export function cutOverview() {
  const whole = xOverview("cut.csv");
  return { ...whole, buffer: whole.buffer.subarray(0, whole.buffer.length - 12) };
}

/** Four posts in a table of somebody's own: 2 + 3 + 5 + 7 = 17 hearts. */
export function ownTable() {
  const hearts = [2, 3, 5, 7];
  const lines = hearts.map((n, i) => `${daysAgo(i + 2).toISOString().slice(0, 10)};Post ${i + 1};${n}`);
  return csv("posts-of-ours.csv", ["Jour;Ce qui fut dit;Coeurs", ...lines]);
}

/** What its columns are, in the order of the file. */
export const OWN_ROLES = ["at", "text", "likes"];
export const OWN_LIKES = 17;

/** The same said by a program, an object a line; the second file lacks a key that the first one has. */
export function jsonLines(name = "posts.jsonl", hearts = [2, 3, 5, 7]) {
  const object = (n, i) => ({
    id: `${name}-${i}`,
    created_at: daysAgo(i + 2).toISOString(),
    author: { name: "Ana" },
    text: `Line ${i + 1}`,
    metrics: { like_count: n, ...(n === 7 ? { share_count: 1 } : {}) },
  });
  const lines = hearts.map((n, i) => `${JSON.stringify(object(n, i))}\n`);
  return { name, mimeType: "application/jsonl", buffer: Buffer.from(lines.join("")) };
}
