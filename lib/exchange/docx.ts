import type { IParagraphOptions, ITableCellOptions } from 'docx';
import type { Locale } from '../i18n/locale';

/** One piece of a document, top to bottom. Line ends inside a text stay line ends. */
export type DocxBlock =
  | { kind: 'heading'; text: string; level: 1 | 2 | 3 }
  | {
      kind: 'paragraph';
      text: string;
      align?: 'start' | 'center' | 'end' | 'justify';
      bold?: boolean;
      /** From the left margin, centimetres. */
      indent?: number;
      /** The first line begins further in, as Russian letters have it. */
      firstLine?: boolean;
    }
  | {
      kind: 'table';
      /** Repeated on each page; a table of names and values has none. */
      head?: readonly string[];
      /** Numbers stand at the right; null is an empty cell. */
      rows: readonly (readonly (string | number | null)[])[];
      /** Shares of the page's width, one a column; all equal where absent. */
      widths?: readonly number[];
    }
  | {
      /** Who signs: position at the left, a line to sign on, the name at the right. */
      kind: 'signature';
      position: string;
      name: string;
    }
  | {
      kind: 'image';
      png: Uint8Array<ArrayBuffer>;
      /** On the page, points. */
      width: number;
      height: number;
      /** What it shows, for those who do not see it. */
      alt: string;
    };

export interface DocxPaper {
  /** In the file's properties. */
  title: string;
  blocks: readonly DocxBlock[];
  locale: Locale;
  landscape?: boolean;
  /** Size of plain text, points; 12 where absent. */
  size?: number;
}

/** What XML 1.0 cannot hold: Word would call the file broken. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is its purpose
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
const clean = (text: string) => text.toWellFormed().replace(FORBIDDEN, '');

/** Twentieths of a point, as Word counts. */
const cm = (length: number) => Math.round((length / 2.54) * 1440);

/** A4 and the margins of a Russian official letter (GOST R 7.0.97-2016). */
const PAGE = { width: cm(21), height: cm(29.7) };
const MARGIN = { top: cm(2), right: cm(1.5), bottom: cm(2), left: cm(3) };
const FONT = 'Times New Roman';
/** CSS pixels, in which the library counts pictures, to a point. */
const PIXELS = 96 / 72;

type Docx = typeof import('docx');

/** What every block needs to be written. */
interface Setting {
  docx: Docx;
  /** Width between the margins, twentieths of a point. */
  room: number;
  locale: Locale;
}

/** A text with its line ends. */
function runsOf(docx: Docx, text: string, { bold = false }: { bold?: boolean | undefined }) {
  return clean(text)
    .split(/\r\n|\r|\n/)
    .map((line, place) => new docx.TextRun({ text: line, bold, ...(place > 0 && { break: 1 }) }));
}

function tableOf({ docx, room, locale }: Setting, block: Extract<DocxBlock, { kind: 'table' }>) {
  const { AlignmentType, BorderStyle, Paragraph, Table, TableCell, TableRow, WidthType } = docx;
  const { head, rows, widths } = block;
  const shares = (head ?? rows[0] ?? []).map((_, place) => widths?.[place] ?? 1);
  const all = shares.reduce((sum, share) => sum + share, 0);
  const columns = shares.map((share) => Math.floor((room * share) / all));
  const line = { style: BorderStyle.SINGLE, size: 4, color: '9AA5AC' };
  const widthAt = (place: number) => columns[place] ?? 0;
  const cellOf = (text: string, width: number, of: IParagraphOptions & { head?: true }) => {
    const { head: isHead = false, ...options } = of;
    return new TableCell({
      width: { size: width, type: WidthType.DXA },
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      ...(isHead && ({ shading: { fill: 'EEF2F3' } } satisfies Partial<ITableCellOptions>)),
      children: [new Paragraph({ ...options, children: runsOf(docx, text, { bold: isHead }) })],
    });
  };
  return new Table({
    width: { size: room, type: WidthType.DXA },
    columnWidths: columns,
    borders: {
      top: line,
      bottom: line,
      left: line,
      right: line,
      insideHorizontal: line,
      insideVertical: line,
    },
    rows: [
      ...(head
        ? [
            new TableRow({
              tableHeader: true,
              cantSplit: true,
              children: head.map((text, place) => cellOf(text, widthAt(place), { head: true })),
            }),
          ]
        : []),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: row.map((cell, place) =>
              typeof cell === 'number'
                ? cellOf(new Intl.NumberFormat(locale).format(cell), widthAt(place), {
                    alignment: AlignmentType.END,
                  })
                : cellOf(cell ?? '', widthAt(place), {}),
            ),
          }),
      ),
    ],
  });
}

function blockOf(setting: Setting, block: DocxBlock) {
  const { docx, room } = setting;
  const { AlignmentType, HeadingLevel, ImageRun, Paragraph, Tab, TabStopType, TextRun } = docx;
  const level = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 };
  const align = {
    start: AlignmentType.START,
    center: AlignmentType.CENTER,
    end: AlignmentType.END,
    justify: AlignmentType.JUSTIFIED,
  };
  const runs = (text: string) => runsOf(docx, text, {});
  switch (block.kind) {
    case 'heading':
      return new Paragraph({
        heading: level[block.level],
        keepNext: true,
        spacing: { before: 240, after: 120 },
        children: runs(block.text),
      });
    case 'paragraph':
      return new Paragraph({
        alignment: align[block.align ?? 'start'],
        spacing: { after: 120, line: 276 },
        indent: {
          left: cm(block.indent ?? 0),
          ...(block.firstLine && { firstLine: cm(1.25) }),
        },
        children: runsOf(docx, block.text, { bold: block.bold }),
      });
    case 'table':
      return tableOf(setting, block);
    case 'signature':
      return new Paragraph({
        keepLines: true,
        spacing: { before: 480, after: 480 },
        tabStops: [
          { type: TabStopType.RIGHT, position: Math.round(room * 0.7) },
          { type: TabStopType.RIGHT, position: room },
        ],
        children: [
          ...runs(block.position),
          new TextRun({ children: [new Tab(), '____________', new Tab()] }),
          ...runs(block.name),
        ],
      });
    case 'image':
      return new Paragraph({
        spacing: { before: 120, after: 120 },
        children: [
          new ImageRun({
            type: 'png',
            data: block.png,
            transformation: { width: block.width * PIXELS, height: block.height * PIXELS },
            altText: { name: '', description: clean(block.alt), title: '' },
          }),
        ],
      });
  }
}

/**
 * A document that Word, LibreOffice and «МойОфис» open. The writer is loaded with the first call.
 * Rejects when it cannot be loaded.
 */
export async function writeDocx(paper: DocxPaper): Promise<Blob> {
  const docx = await import('docx');
  const { locale, landscape = false, size = 12 } = paper;
  const room = (landscape ? PAGE.height : PAGE.width) - MARGIN.left - MARGIN.right;
  const setting = { docx, room, locale };
  const heading = (points: number) => ({
    run: { font: FONT, size: points * 2, bold: true, color: '000000' },
  });
  const document = new docx.Document({
    title: clean(paper.title),
    creator: '',
    styles: {
      default: {
        document: {
          run: {
            font: FONT,
            // In half points.
            size: size * 2,
            language: { value: locale === 'ru' ? 'ru-RU' : 'en-GB' },
          },
        },
        heading1: heading(size + 4),
        heading2: heading(size + 2),
        heading3: heading(size),
      },
    },
    sections: [
      {
        properties: {
          page: {
            // The library turns width and height by itself.
            size: {
              width: PAGE.width,
              height: PAGE.height,
              orientation: landscape
                ? docx.PageOrientation.LANDSCAPE
                : docx.PageOrientation.PORTRAIT,
            },
            margin: MARGIN,
          },
        },
        children: paper.blocks.map((block) => blockOf(setting, block)),
      },
    ],
  });
  return docx.Packer.toBlob(document);
}
