import { leave, visitor } from "./visitor.mjs";
const { page, context } = await visitor();
await page.goto("/measures/gains?client=le-courrier-de-mirelande-regional-newspaper&period=last-90-days&by=week");
console.log(await page.locator(".figure-links").evaluateAll(a=>a.map(x=>x.innerHTML)));
const href=await page.locator(".figure-links a[href*=csv]").getAttribute("href");
const t=await (await context.request.get(href)).text();
console.log(t.split("\n").map(l=>l.slice(0,60)).join("\n"), t.split("\n").length);
await leave();
