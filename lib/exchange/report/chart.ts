import { type Html, html } from '../html';

export interface Bars {
  /** What the picture shows, for those who do not see it. */
  alt: string;
  /** One bar each, in order; the label of some stands below. */
  bars: readonly { label: string; value: number }[];
}

const WIDTH = 720;
const HEIGHT = 180;
/** Room for the figures at the left and the labels below. */
const LEFT = 44;
const BELOW = 22;
/** So many labels fit below without touching. */
const LABELS = 8;

/** The least round number that is at least `most`: 1, 2 or 5 with zeros. */
function roundTop(most: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, most)));
  return ([1, 2, 5, 10].find((step) => step * power >= most) ?? 10) * power;
}

/** A bar chart as a picture that needs no script; colours are the page's. */
export function barsSvg({ alt, bars }: Bars): Html {
  const top = roundTop(Math.max(1, ...bars.map(({ value }) => value)));
  const room = (WIDTH - LEFT) / Math.max(1, bars.length);
  const bottom = HEIGHT - BELOW;
  const heightOf = (value: number) => (value / top) * (bottom - 12);
  const every = Math.ceil(bars.length / LABELS);
  const shown = (value: number) => value.toFixed(1);
  return html`<svg class="chart" role="img" aria-label="${alt}" viewBox="0 0 ${WIDTH} ${HEIGHT}">
${[0, top / 2, top].map(
  (value) =>
    html`<line class="rule" x1="${LEFT}" x2="${WIDTH}" y1="${shown(bottom - heightOf(value))}" y2="${shown(bottom - heightOf(value))}"/><text x="${LEFT - 8}" y="${shown(bottom - heightOf(value) + 4)}" text-anchor="end">${value}</text>`,
)}
${bars.map(
  ({ value }, place) =>
    html`<rect class="bar" x="${shown(LEFT + place * room + room * 0.15)}" width="${shown(room * 0.7)}" y="${shown(bottom - heightOf(value))}" height="${shown(heightOf(value))}"/>`,
)}
${bars.map(({ label }, place) =>
  place % every === 0
    ? html`<text x="${shown(LEFT + (place + 0.5) * room)}" y="${HEIGHT - 6}" text-anchor="middle">${label}</text>`
    : null,
)}
</svg>`;
}
