// Holds tokens.css to WCAG 2.2: text at least 4.5:1, marks and borders at least 3:1, in both themes.
// Colour science after CSS Color 4 (OKLab to linear sRGB, clipped as browsers do for these small excesses).
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

const css = await readFile(new URL("../src/css/tokens.css", import.meta.url), "utf8");
const OKLCH = String.raw`oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)`;
const tokens = new Map(
  [...css.matchAll(new RegExp(String.raw`--([a-z0-9-]+): light-dark\(${OKLCH}, ${OKLCH}\)`, "g"))].map(
    ([, name, ...n]) => [name, { light: n.slice(0, 3).map(Number), dark: n.slice(3, 6).map(Number) }],
  ),
);

function linear([l, c, h]) {
  const [a, b] = [c * Math.cos((h * Math.PI) / 180), c * Math.sin((h * Math.PI) / 180)];
  const [x, y, z] = [
    (l + 0.3963377774 * a + 0.2158037573 * b) ** 3,
    (l - 0.1055613458 * a - 0.0638541728 * b) ** 3,
    (l - 0.0894841775 * a - 1.291485548 * b) ** 3,
  ];
  return [
    4.0767416621 * x - 3.3077115913 * y + 0.2309699292 * z,
    -1.2684380046 * x + 2.6097574011 * y - 0.3413193965 * z,
    -0.0041960863 * x - 0.7034186147 * y + 1.707614701 * z,
  ].map((channel) => Math.min(Math.max(channel, 0), 1));
}

function luminance(colour) {
  const [r, g, b] = linear(colour);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(theme, a, b) {
  const [high, low] = [a, b]
    .map((name) => {
      assert.ok(tokens.has(name), `tokens.css has no --${name}`);
      return luminance(tokens.get(name)[theme]) + 0.05;
    })
    .sort((x, y) => y - x);
  return high / low;
}

const GROUNDS = ["paper", "surface", "sunken"];
const TEXT = [
  ...GROUNDS.flatMap((ground) => ["ink", "muted", "sea", "sea-deep", "signal", "gain", "loss"].map((text) => [text, ground])),
  ["on-sea", "sea"],
  ["on-sea", "sea-deep"],
  ["paper", "ink"],
  ...["sea", "signal", "gain", "loss"].flatMap((name) => [[name, `${name}-wash`], ["ink", `${name}-wash`], ["muted", `${name}-wash`]]),
];
const MARKS = ["paper", "surface"].flatMap((ground) =>
  ["line-strong", "cat-1", "cat-2", "cat-3", "cat-4", "cat-5", "cat-6", "ramp-9"].map((mark) => [mark, ground]),
);

for (const theme of ["light", "dark"]) {
  test(`text is legible in the ${theme} theme`, () => {
    for (const [text, ground] of TEXT) {
      const ratio = contrast(theme, text, ground);
      assert.ok(ratio >= 4.5, `${text} on ${ground}, ${theme}: ${ratio.toFixed(2)} < 4.5`);
    }
  });

  test(`marks stand out in the ${theme} theme`, () => {
    for (const [mark, ground] of MARKS) {
      const ratio = contrast(theme, mark, ground);
      assert.ok(ratio >= 3, `${mark} on ${ground}, ${theme}: ${ratio.toFixed(2)} < 3`);
    }
  });
}
