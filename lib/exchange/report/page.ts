import { messagesOf } from '../../i18n';
import { dayInWords } from '../../i18n/day';
import { formatNumber } from '../../i18n/plural';
import { type Html, html } from '../html';
import { type ReportChart, reportCharts } from './chart';
import {
  bodyTable,
  type Figure,
  figuresOf,
  otherTables,
  type ReportTable,
  type ReportWords,
} from './tables';

/** The report as a page that needs nothing else: to be read, mailed and printed. */
export function reportPage(order: ReportWords, made: string): string {
  const { report, locale, profile } = order;
  const words = messagesOf(locale).report;
  const number = (value: number) => formatNumber(locale, value);
  const title = words.heading(dayInWords(report.from, locale), dayInWords(report.to, locale));
  const { criteria, formats, days } = otherTables(order);

  const figure = ({ label, value, of }: Figure) => {
    const known = value === null ? '—' : number(value);
    return html`<div><dt>${label}</dt><dd>${of === undefined ? known : words.outOf(known, number(of))}</dd></div>`;
  };
  const table = (
    { title: name, head, rows }: ReportTable,
    total = false,
  ): Html => html`<div class="wide"><table>
<caption>${name}</caption>
<thead><tr>${head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
<tbody>${rows.map(
    (cells, place) =>
      html`<tr${total && place === rows.length - 1 ? html` class="total"` : null}>${cells.map(
        (cell) =>
          typeof cell === 'number'
            ? html`<td class="number">${number(cell)}</td>`
            : html`<th scope="row">${cell}</th>`,
      )}</tr>`,
  )}</tbody>
</table></div>`;
  const charts = reportCharts(order);
  const chart = (one: ReportChart | null) =>
    one && html`<figure><figcaption>${one.title}</figcaption>${one.svg}</figure>`;

  return html`<!doctype html>
<html lang="${locale}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>
:root { color-scheme: light dark; --line: light-dark(#d5dcdf, #3c464f); --quiet: light-dark(#55636c, #a0abb3); --bar: light-dark(#107983, #52adb6); }
body { background: light-dark(#fff, #191f24); color: light-dark(#222b31, #e4e8ea); font: 16px/1.5 system-ui, sans-serif; font-variant-numeric: tabular-nums; max-width: 64rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; margin-bottom: .25rem; } h2 { font-size: 1.15rem; margin-top: 2rem; }
.made { color: var(--quiet); margin-top: 0; }
dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(12rem, 1fr)); gap: 1rem 1.5rem; margin: 1.5rem 0; }
dt { color: var(--quiet); font-size: .875rem; } dd { margin: 0; font-size: 1.35rem; font-weight: 600; }
figure { margin: 1rem 0; } figcaption { font-weight: 600; }
.chart { width: 100%; height: auto; } .chart text { font-size: 12px; fill: var(--quiet); } .rule { stroke: var(--line); } .bar { fill: var(--bar); }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0 2rem; }
caption { text-align: start; font-weight: 600; font-size: 1.15rem; padding-bottom: .35rem; }
th, td { text-align: start; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--line); font-weight: 400; }
thead th { font-weight: 600; font-size: .875rem; vertical-align: bottom; }
tbody th { white-space: pre-wrap; }
thead th:not(:first-child), .number { text-align: end; }
.total > * { font-weight: 650; border-bottom: 0; }
@media print { body { margin: 0; max-width: none; font-size: 12px; } .wide { overflow: visible; } tr, figure { break-inside: avoid; } }
</style>
<main>
<h1>${title}</h1>
<p class="made">${words.made(made, profile.source)}</p>
<h2>${words.summary}</h2>
<dl>${figuresOf(order).map(figure)}</dl>
<h2>${words.byDay}</h2>
${chart(charts.posts)}
${chart(charts.handled)}
${chart(charts.lacking)}
${table(bodyTable(order), true)}
${chart(charts.criteria)}
${table(criteria)}
${chart(charts.formats)}
${table(formats)}
${table(days)}
</main>
</html>
`.text;
}
