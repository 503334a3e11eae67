// Starts every module. All of them add comfort to pages that already work without script.
import { disclosures } from "./disclosures.js";
import { drop } from "./drop.js";
import { finder } from "./finder.js";
import { keyboard } from "./keyboard.js";
import { panel } from "./panel.js";
import { strip } from "./strip.js";
import { theme } from "./theme.js";
import { tip } from "./tip.js";
import { waiting } from "./waiting.js";

for (const start of [theme, disclosures, panel, keyboard, finder, drop, strip, tip, waiting]) start(document);
