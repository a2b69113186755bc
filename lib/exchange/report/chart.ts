import { messagesOf } from '../../i18n';
import { dayInWords, shortDay } from '../../i18n/day';
import { formatNumber } from '../../i18n/plural';
import { type Html, html } from '../html';
import type { DayFigures } from './figures';
import { otherTables, type ReportTable, type ReportWords } from './tables';

/** A chart as a picture that needs no script; colours are those of the page that it stands in. */
export interface ReportChart {
  title: string;
  /** What the picture shows, for those who do not see it. */
  alt: string;
  svg: Html;
  /** Of the picture, CSS pixels. */
  width: number;
  height: number;
}

/** Draws a chart for a file that can hold no SVG. */
export type DrawPicture = (chart: ReportChart) => Promise<Uint8Array<ArrayBuffer>>;

/** The charts of the report; null where there is nothing to draw. */
export interface ReportCharts {
  posts: ReportChart;
  handled: ReportChart;
  lacking: ReportChart | null;
  criteria: ReportChart | null;
  formats: ReportChart | null;
}

interface Bar {
  label: string;
  value: number;
}

const WIDTH = 720;
const HEIGHT = 180;
/** Room for the figures at the left and the labels below. */
const LEFT = 44;
const BELOW = 22;
/** So many labels fit below without touching. */
const LABELS = 8;
/** Of a bar that lies: its row, and the names at its left, which fit so many letters. */
const ROW = 26;
const NAMES = 260;
const LETTERS = 36;
/** Room at the right for the figure of the longest bar. */
const FIGURE = 56;
/** Bodies that lack most are shown, no more: the table has them all. */
const MOST = 12;
/** Bars that are told of in words. */
const TOLD = 3;

const short = (name: string) =>
  name.length > LETTERS ? `${name.slice(0, LETTERS - 1).trimEnd()}…` : name;
const shown = (value: number) => value.toFixed(1);

/** The least round number that is at least `most`: 1, 2 or 5 with zeros. */
function roundTop(most: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, most)));
  return ([1, 2, 5, 10].find((step) => step * power >= most) ?? 10) * power;
}

const frame = (alt: string, height: number, inside: Html) =>
  html`<svg xmlns="http://www.w3.org/2000/svg" class="chart" role="img" aria-label="${alt}" viewBox="0 0 ${WIDTH} ${height}">
${inside}
</svg>`;

/** Bars that stand: a day each. */
function standing(title: string, alt: string, bars: readonly Bar[]): ReportChart {
  const top = roundTop(Math.max(1, ...bars.map(({ value }) => value)));
  const room = (WIDTH - LEFT) / Math.max(1, bars.length);
  const bottom = HEIGHT - BELOW;
  const heightOf = (value: number) => (value / top) * (bottom - 12);
  const every = Math.ceil(bars.length / LABELS);
  const svg = html`${[0, top / 2, top].map(
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
)}`;
  return { title, alt, svg: frame(alt, HEIGHT, svg), width: WIDTH, height: HEIGHT };
}

/** Bars that lie: names at the left, each with its figure. Null without any. */
function lying(
  title: string,
  bars: readonly Bar[],
  { locale }: Pick<ReportWords, 'locale'>,
): ReportChart | null {
  if (bars.length === 0) return null;
  const number = (value: number) => formatNumber(locale, value);
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const height = bars.length * ROW + 4;
  const list = bars.slice(0, TOLD).map(({ label, value }) => `${label} — ${number(value)}`);
  const alt = messagesOf(locale).report.mostOf(title, list.join(', '));
  const svg = html`${bars.map(({ label, value }, place) => {
    const top = place * ROW + 4;
    const length = (value / most) * (WIDTH - NAMES - FIGURE);
    return html`<text x="${NAMES - 10}" y="${top + 15}" text-anchor="end">${short(label)}</text><rect class="bar" x="${NAMES}" width="${shown(length)}" y="${top + 2}" height="${ROW - 8}"/><text x="${shown(NAMES + length + 8)}" y="${top + 15}">${number(value)}</text>`;
  })}`;
  return { title, alt, svg: frame(alt, height, svg), width: WIDTH, height };
}

/** The same charts for the page and for the document. */
export function reportCharts(order: ReportWords): ReportCharts {
  const { report, locale } = order;
  const words = messagesOf(locale).report;
  const { criteria, formats } = otherTables(order);
  const ofDays = (title: string, figureOf: (day: DayFigures) => number) => {
    const most = report.days.reduce((best, day) => (figureOf(day) > figureOf(best) ? day : best));
    const alt = words.chartOf(
      title,
      formatNumber(locale, figureOf(most)),
      dayInWords(most.day, locale),
    );
    const bars = report.days.map((day) => ({
      label: shortDay(day.day, locale),
      value: figureOf(day),
    }));
    return standing(title, alt, bars);
  };
  const barsOf = ({ rows }: ReportTable): Bar[] =>
    rows.map(([label = '', value = 0]) => ({ label: String(label), value: Number(value) }));
  const lacking = report.bodies
    .map(({ body, norm }) => ({ label: body?.name ?? words.strangers, value: norm.behind }))
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value)
    .slice(0, MOST);
  return {
    posts: ofDays(words.posts, ({ posts }) => posts),
    handled: ofDays(words.handled, ({ handled }) => handled),
    lacking: lying(words.lacking, lacking, order),
    criteria: lying(criteria.title, barsOf(criteria), order),
    formats: lying(formats.title, barsOf(formats), order),
  };
}
