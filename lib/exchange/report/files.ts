import { messagesOf } from '../../i18n';
import { dayInWords } from '../../i18n/day';
import { formatNumber } from '../../i18n/plural';
import { dayOf } from '../../regulation/zone';
import { type DocxBlock, writeDocx } from '../docx';
import { safeFileName } from '../file-name';
import { inOneBatch, type Sheet } from '../sheet';
import { writeXlsxBook } from '../xlsx';
import { type DrawPicture, type ReportChart, reportCharts } from './chart';
import { reportPage } from './page';
import {
  accountTable,
  bodyTable,
  figuresOf,
  otherTables,
  type ReportTable,
  type ReportWords,
} from './tables';

/** On the page, points. */
const PICTURE_WIDTH = 480;

export const REPORT_FORMATS = ['html', 'docx', 'xlsx'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

interface ReportFileOrder extends ReportWords {
  format: ReportFormat;
  /** Milliseconds since the epoch. */
  now: number;
  /** For a document, which can hold no drawing; without it there are the tables alone. */
  draw?: DrawPicture;
}

/** The report as a file to be saved. Rejects when the writer cannot be loaded, or a picture drawn. */
export async function reportFile(order: ReportFileOrder): Promise<File> {
  const { report, locale, profile, format, now } = order;
  const words = messagesOf(locale).report;
  const made = dayInWords(dayOf(now, profile.timeZone), locale);
  const content =
    format === 'html'
      ? new Blob([reportPage(order, made)], { type: 'text/html;charset=utf-8' })
      : format === 'docx'
        ? await reportDocx(order, made)
        : await reportXlsx(order);
  const name = safeFileName(words.fileTitle, `${report.from} ${report.to}`, format);
  return new File([content], name, { type: content.type });
}

async function reportDocx(order: ReportFileOrder, made: string): Promise<Blob> {
  const { report, locale, profile, draw } = order;
  const words = messagesOf(locale).report;
  const title = words.heading(dayInWords(report.from, locale), dayInWords(report.to, locale));
  const { criteria, formats, days } = otherTables(order);
  const table = ({ title: text, head, rows }: ReportTable): DocxBlock[] => [
    { kind: 'heading', text, level: 2 },
    { kind: 'table', head, rows, widths: head.map((_, place) => (place === 0 ? 3 : 1)) },
  ];
  const charts = reportCharts(order);
  const picture = async (chart: ReportChart | null): Promise<DocxBlock[]> =>
    chart && draw
      ? [
          { kind: 'heading', text: chart.title, level: 3 },
          {
            kind: 'image',
            png: await draw(chart),
            width: PICTURE_WIDTH,
            height: (PICTURE_WIDTH * chart.height) / chart.width,
            alt: chart.alt,
          },
        ]
      : [];
  const shown = (value: number | null) => (value === null ? '—' : formatNumber(locale, value));
  return writeDocx({
    title,
    locale,
    landscape: true,
    size: 11,
    blocks: [
      { kind: 'heading', text: title, level: 1 },
      { kind: 'paragraph', text: words.made(made, profile.source) },
      { kind: 'heading', text: words.summary, level: 2 },
      {
        kind: 'table',
        head: [words.summary, words.count],
        rows: figuresOf(order).map(({ label, value, of }) => [
          label,
          of === undefined ? value : words.outOf(shown(value), shown(of)),
        ]),
        widths: [3, 1],
      },
      ...(await picture(charts.posts)),
      ...(await picture(charts.handled)),
      ...(await picture(charts.lacking)),
      ...table(bodyTable(order)),
      ...(await picture(charts.criteria)),
      ...table(criteria),
      ...(await picture(charts.formats)),
      ...table(formats),
      ...table(days),
    ],
  });
}

/** A workbook is for counting on: one table a sheet, numbers as numbers and days as days. */
function reportXlsx(order: ReportWords): Promise<Blob> {
  const words = messagesOf(order.locale).report;
  const sheetOf = ({ title, head, rows }: ReportTable, texts = 1): Sheet => ({
    name: title,
    columns: head.map((name, place) => ({
      title: name,
      width: place === 0 ? 48 : place < texts ? 32 : 16,
    })),
    batches: inOneBatch(rows),
  });
  const { criteria, formats, days } = otherTables(order);
  const [day = '', ...counts] = days.head;
  const sheets: Sheet[] = [
    {
      name: words.summary,
      columns: [
        { title: words.summary, width: 48 },
        { title: words.count, width: 16 },
        { title: words.of, width: 16 },
      ],
      batches: inOneBatch(
        figuresOf(order).map(({ label, value, of }) => [label, value, of ?? null]),
      ),
    },
    sheetOf(bodyTable(order)),
    sheetOf(accountTable(order), 3),
    {
      name: days.title,
      columns: [
        { title: day, width: 16, isDay: true },
        ...counts.map((title) => ({ title, width: 24 })),
      ],
      batches: inOneBatch(
        order.report.days.map(({ day: on, posts, handled }) => [new Date(on), posts, handled]),
      ),
    },
    sheetOf(criteria),
    sheetOf(formats),
  ];
  return writeXlsxBook(sheets, new AbortController().signal);
}
