// Drawings for the style guide only, in the classes of lib/ink. The series are made of sines: they measure nothing.

const MONTHS = ["22 sept.", "6 oct.", "20 oct.", "3 nov.", "17 nov."];

function series(seed, count, level = 60) {
  return Array.from({ length: count }, (_, i) => {
    const week = [0.9, 1, 1.05, 1, 1.1, 0.7, 0.62][(i + seed) % 7];
    return level * week * (1 + 0.25 * Math.sin(i / 9 + seed) + 0.12 * Math.sin(i * 2.3 + seed * 7)) * (0.8 + (0.45 * i) / count);
  });
}

const path = (points) => points.map(([x, y], i) => `${i ? "L" : "M"}${x.toFixed(1)} ${y.toFixed(1)}`).join("");

function line(width) {
  const wide = width > 500;
  const height = wide ? 300 : 230;
  const [left, right, top, bottom] = [0, wide ? width - 84 : width - 4, 16, height - 28];
  const now = series(1, 62, 5);
  const before = series(2, 62, 4);
  const most = 10;
  const x = (i) => left + 30 + ((right - left - 30) * i) / 61;
  const y = (v) => bottom - ((bottom - top) * v) / most;
  const points = now.map((v, i) => [x(i), y(v)]);
  const grid = [0, 5, 10].map((v) => `<line class="${v ? "ink-grid" : "ink-base"}" x1="30" x2="${right}" y1="${y(v)}" y2="${y(v)}"/><text class="ink-tick" x="0" y="${y(v) + 4}" font-size="12">${v}</text>`).join("");
  const shown = wide ? MONTHS : [MONTHS[0], MONTHS[2], MONTHS[4]];
  const dates = shown.map((d, i) => `<text class="ink-tick" font-size="12" text-anchor="${i ? "middle" : "start"}" x="${x((i * (wide ? 14 : 28))) - (i ? 0 : 0)}" y="${height - 6}">${d}</text>`).join("");
  const last = points.at(-1);
  const ends = wide
    ? `<g class="ink-sea"><text class="ink-label ink-strong" font-size="12" x="${right + 12}" y="${last[1] + 2}">Arrivées</text></g><g class="ink-quiet"><text class="ink-aside" font-size="12" x="${right + 12}" y="${last[1] + 22}">Avant</text></g>`
    : "";
  const hits = points.map(([px], i) => `<rect class="ink-hit" x="${px - 4}" y="${top}" width="8" height="${bottom - top}"><title>${Math.round(now[i])} arrivées le jour ${i + 1}</title></rect>`).join("");
  return `<svg class="ink" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img"><title>Arrivées par jour</title>${grid}${dates}<g class="ink-quiet"><path class="ink-line ink-thin ink-dashed" d="${path(before.map((v, i) => [x(i), y(v)]))}"/></g><g class="ink-sea"><path class="ink-area" d="${path(points)}L${right} ${bottom}L${x(0)} ${bottom}Z"/><path class="ink-line" d="${path(points)}"/><circle class="ink-dot" cx="${last[0]}" cy="${last[1]}" r="4"/></g>${ends}${hits}</svg>`;
}

function spark(seed) {
  const [w, h] = [120, 36];
  const values = series(seed, 26);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const points = values.map((v, i) => [2 + ((w - 6) * i) / 25, h - 4 - ((h - 8) * (v - low)) / (high - low)]);
  return `<svg class="spark ink ink-sea" viewBox="0 0 ${w} ${h}" aria-hidden="true"><path class="ink-area" d="${path(points)}L${points.at(-1)[0]} ${h}L2 ${h}Z"/><path class="ink-line ink-thin" d="${path(points)}"/><circle class="ink-dot" cx="${points.at(-1)[0]}" cy="${points.at(-1)[1]}" r="3.5"/></svg>`;
}

function heat(width) {
  const days = ["lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."];
  const [left, cell] = [36, (width - 36) / 24];
  const cells = days.flatMap((day, d) => Array.from({ length: 24 }, (_, hour) => {
    const v = Math.exp(-((hour - 12.5) ** 2) / 22) + 0.9 * Math.exp(-((hour - 20) ** 2) / 6) + (d > 4 ? -0.25 : 0) + 0.1 * Math.sin(d * 5 + hour);
    const step = Math.min(9, Math.max(1, Math.round(1 + v * 7)));
    return `<g class="ink-ramp-${step}"><rect class="ink-cell" x="${(left + hour * cell).toFixed(1)}" y="${d * 22}" width="${(cell - 1.5).toFixed(1)}" height="20.5" rx="2"><title>${day} ${hour} h</title></rect></g>`;
  }));
  const labels = days.map((day, d) => `<text class="ink-tick" font-size="12" x="0" y="${d * 22 + 15}">${day}</text>`).join("");
  const hours = [0, 6, 12, 18].map((h) => `<text class="ink-tick" font-size="12" x="${left + h * cell}" y="172">${h} h</text>`).join("");
  return `<svg class="ink" viewBox="0 0 ${width} 178" width="${width}" height="178" role="img"><title>Interactions par jour et par heure</title>${cells.join("")}${labels}${hours}</svg>`;
}

export function drawing(kind, seed) {
  const pair = (make) => `<div class="figure-wide">${make(Number(seed ?? 1040))}</div><div class="figure-narrow">${make(358)}</div>`;
  if (kind === "line") return pair(line);
  if (kind === "heat") return pair(heat);
  return spark(Number(seed));
}
