import { messagesOf } from '../../i18n';
import { dayInWords } from '../../i18n/day';
import { formatNumber } from '../../i18n/plural';
import { dayOf } from '../../regulation/zone';
import { type DocxBlock, writeDocx } from '../docx';
import { safeFileName } from '../file-name';
import { writeXlsx } from '../xlsx';
import { reportPage } from './page';
import { bodyTable, figuresOf, otherTables, type ReportTable, type ReportWords } from './tables';

export const REPORT_FORMATS = ['html', 'docx', 'xlsx'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/**
 * The report as a file to be saved. Rejects when the writer cannot be loaded.
 * @param now milliseconds since the epoch
 */
export async function reportFile(
  order: ReportWords,
  format: ReportFormat,
  now: number,
): Promise<File> {
  const { report, locale, profile } = order;
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

function reportDocx(order: ReportWords, made: string): Promise<Blob> {
  const { report, locale, profile } = order;
  const words = messagesOf(locale).report;
  const title = words.heading(dayInWords(report.from, locale), dayInWords(report.to, locale));
  const { criteria, formats, days } = otherTables(order);
  const table = ({ title: text, head, rows }: ReportTable): DocxBlock[] => [
    { kind: 'heading', text, level: 2 },
    { kind: 'table', head, rows, widths: head.map((_, place) => (place === 0 ? 3 : 1)) },
  ];
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
      ...table(bodyTable(order)),
      ...table(criteria),
      ...table(formats),
      ...table(days),
    ],
  });
}

/** One sheet, the table by body: a workbook is for counting on. */
function reportXlsx(order: ReportWords): Promise<Blob> {
  const { title, head, rows } = bodyTable(order);
  return writeXlsx(
    {
      name: title,
      columns: head.map((name, place) => ({ title: name, width: place === 0 ? 48 : 16 })),
      batches: (async function* () {
        yield rows;
      })(),
    },
    new AbortController().signal,
  );
}
