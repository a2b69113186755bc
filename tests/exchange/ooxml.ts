import JSZip from 'jszip';
import { SaxesParser } from 'saxes';

/**
 * A reader of Office Open XML (ECMA-376) of the tests' own. It shares nothing with what writes the files
 * (fflate) or with the other readers (mammoth, read-excel-file): jszip checks the sums, saxes takes no XML
 * that is not well-formed. Where those are kind, as Word and Excel are not, it names the fault.
 */

interface Element {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: (Element | string)[];
}

/** A file: its parts by name, XML as a tree, all else as bytes. */
export interface OfficeFile {
  parts: ReadonlyMap<string, Element>;
  binary: ReadonlyMap<string, Uint8Array>;
}

/** @throws where the XML is not well-formed or a prefix has no namespace */
function parseXml(text: string): Element {
  const top: Element = { name: '', attributes: {}, children: [] };
  const open = [top];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = {
      name,
      attributes: Object.fromEntries(
        Object.entries(attributes).map(([key, { value }]) => [key, value]),
      ),
      children: [],
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', (words) => void open.at(-1)?.children.push(words));
  parser.write(text).close();
  const [root] = elements(top);
  if (!root) throw new Error('an empty part');
  return root;
}

const elements = (element: Element, name?: string): Element[] =>
  element.children.filter(
    (child): child is Element =>
      typeof child !== 'string' && (name === undefined || child.name === name),
  );
const child = (element: Element | undefined, name: string): Element | undefined =>
  element && elements(element, name)[0];
/** All of a name below, in the order of the document. */
const below = (element: Element, name: string): Element[] =>
  elements(element).flatMap((inner) => [
    ...(inner.name === name ? [inner] : []),
    ...below(inner, name),
  ]);
const textOf = (element: Element): string =>
  element.children.map((inner) => (typeof inner === 'string' ? inner : textOf(inner))).join('');

/** Opens a file. @throws where the archive or the XML in it is broken */
export async function openOffice(file: Blob): Promise<OfficeFile> {
  const zip = await JSZip.loadAsync(await file.arrayBuffer(), { checkCRC32: true });
  const parts = new Map<string, Element>();
  const binary = new Map<string, Uint8Array>();
  for (const { name, dir } of Object.values(zip.files)) {
    const entry = zip.file(name);
    if (dir || !entry) continue;
    if (/\.(?:xml|rels)$/.test(name)) parts.set(name, parseXml(await entry.async('string')));
    else binary.set(name, await entry.async('uint8array'));
  }
  return { parts, binary };
}

const folderOf = (name: string) => name.slice(0, name.lastIndexOf('/') + 1);
const relsOf = (name: string) => `${folderOf(name)}_rels/${name.slice(folderOf(name).length)}.rels`;

/** Targets inside the file by their id, for the part `name`. */
function targetsOf({ parts }: OfficeFile, name: string): Map<string, string> {
  const rels = parts.get(relsOf(name));
  return new Map(
    (rels ? elements(rels, 'Relationship') : [])
      .filter(({ attributes }) => attributes.TargetMode !== 'External')
      .map(({ attributes: { Id = '', Target = '' } }) => [
        Id,
        Target.startsWith('/') ? Target.slice(1) : folderOf(name) + Target,
      ]),
  );
}

/** What ECMA-376 part 2 forbids of the file as a whole; empty when all is well. */
export function packageFaults(file: OfficeFile): string[] {
  const { parts, binary } = file;
  const names = [...parts.keys(), ...binary.keys()];
  const types = parts.get('[Content_Types].xml');
  if (!types) return ['no content types'];
  const endings = elements(types, 'Default').map(({ attributes }) => attributes.Extension ?? '');
  const named = elements(types, 'Override').map(({ attributes }) => attributes.PartName ?? '');
  const faults = [
    ...named
      .filter((name) => !names.includes(name.slice(1)))
      .map((name) => `typed, not there: ${name}`),
    ...names
      .filter((name) => name !== '[Content_Types].xml' && !named.includes(`/${name}`))
      .filter((name) => !endings.some((ending) => name.endsWith(`.${ending}`)))
      .map((name) => `without a type: ${name}`),
  ];
  for (const [name, part] of [['', { children: [] }] as const, ...parts]) {
    const targets = targetsOf(file, name);
    for (const [id, target] of targets)
      if (!names.includes(target)) faults.push(`${name} ${id} leads nowhere: ${target}`);
    const asked = JSON.stringify(part).matchAll(/"r:(?:id|embed)":"([^"]*)"/g);
    for (const [, id = ''] of asked) if (!targets.has(id)) faults.push(`${name} asks for ${id}`);
  }
  return faults;
}

/** What stands in a document, top to bottom. */
export type Block =
  | { kind: 'text'; style: string; text: string }
  | { kind: 'table'; head: number; rows: string[][] }
  | { kind: 'picture'; alt: string; bytes: Uint8Array };

const wordsOf = (paragraph: Element): string =>
  below(paragraph, 'w:r')
    .flatMap((run) => elements(run))
    .map((piece) =>
      piece.name === 'w:t'
        ? textOf(piece)
        : piece.name === 'w:br'
          ? '\n'
          : piece.name === 'w:tab'
            ? '\t'
            : '',
    )
    .join('');

/**
 * The document's blocks.
 * @throws for what Word refuses or repairs: a cell that does not end in a paragraph, rows that are not as
 * wide as their grid, a style that is not there, a picture without a file, two drawings with one number
 */
export function readDocument(file: OfficeFile): Block[] {
  const main = file.parts.get('word/document.xml');
  const body = child(main, 'w:body');
  if (!body) throw new Error('no document');
  const styles = new Set(
    below(file.parts.get('word/styles.xml') ?? body, 'w:style').map(
      ({ attributes }) => attributes['w:styleId'],
    ),
  );
  const numbers = below(body, 'wp:docPr').map(({ attributes }) => attributes.id);
  if (new Set(numbers).size !== numbers.length) throw new Error('two drawings with one number');
  const targets = targetsOf(file, 'word/document.xml');

  const pictures = (paragraph: Element): Block[] =>
    below(paragraph, 'w:drawing').map((drawing) => {
      const [named] = below(drawing, 'wp:docPr');
      const [blip] = below(drawing, 'a:blip');
      const bytes = file.binary.get(targets.get(blip?.attributes['r:embed'] ?? '') ?? '');
      if (!bytes) throw new Error('a picture without a file');
      return { kind: 'picture', alt: named?.attributes.descr ?? '', bytes };
    });
  const table = (element: Element): Block => {
    const wide = elements(child(element, 'w:tblGrid') ?? element, 'w:gridCol').length;
    const rows = elements(element, 'w:tr');
    return {
      kind: 'table',
      head: rows.filter((row) => child(child(row, 'w:trPr'), 'w:tblHeader')).length,
      rows: rows.map((row) => {
        const cells = elements(row, 'w:tc');
        if (cells.length !== wide) throw new Error(`${cells.length} cells in a grid of ${wide}`);
        return cells.map((cell) => {
          if (elements(cell).at(-1)?.name !== 'w:p') throw new Error('a cell without a paragraph');
          return elements(cell, 'w:p').map(wordsOf).join('\n');
        });
      }),
    };
  };
  return elements(body).flatMap((element, place, all): Block[] => {
    if (element.name === 'w:tbl') return [table(element)];
    if (element.name === 'w:sectPr' && place === all.length - 1) return [];
    if (element.name !== 'w:p') throw new Error(`${element.name} in the body`);
    const style = child(child(element, 'w:pPr'), 'w:pStyle')?.attributes['w:val'] ?? '';
    if (style !== '' && !styles.has(style)) throw new Error(`no style ${style}`);
    const drawn = pictures(element);
    return drawn.length > 0 ? drawn : [{ kind: 'text', style, text: wordsOf(element) }];
  });
}

type Value = string | number | Date | null;

/** `A` is 0, `AA` is 26. */
const columnOf = (place: string) =>
  [...place.replace(/\d/g, '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) -
  1;

/**
 * Rows of each sheet by its name, headings included; what a row lacks at its end is left out.
 * @throws for what Excel refuses or repairs: two sheets with one name, cells or rows out of order, a style
 * that is not there, a filter beyond the rows
 */
export function readWorkbook(file: OfficeFile): Map<string, Value[][]> {
  const book = file.parts.get('xl/workbook.xml');
  const targets = targetsOf(file, 'xl/workbook.xml');
  const looks = file.parts.get('xl/styles.xml');
  if (!book || !looks) throw new Error('no workbook');
  const formats = new Map(
    below(looks, 'numFmt').map(({ attributes: { numFmtId, formatCode } }) => [
      numFmtId,
      formatCode,
    ]),
  );
  const styles = elements(child(looks, 'cellXfs') ?? looks, 'xf').map(({ attributes }) => ({
    isDate: /y/.test(formats.get(attributes.numFmtId ?? '') ?? ''),
  }));
  const read = (cell: Element): Value => {
    const { t, s = '0' } = cell.attributes;
    const style = styles[Number(s)];
    if (!style) throw new Error(`no style ${s}`);
    if (t === 'inlineStr') return textOf(child(child(cell, 'is'), 't') ?? cell);
    if (t !== undefined) throw new Error(`a cell of type ${t}`);
    const number = Number(textOf(child(cell, 'v') ?? cell));
    return style.isDate
      ? new Date(Date.UTC(1899, 11, 30) + Math.round(number * 86_400_000))
      : number;
  };

  const sheets = new Map<string, Value[][]>();
  for (const { attributes } of below(book, 'sheet')) {
    const name = attributes.name ?? '';
    if (name.length > 31 || /[[\]:*?/\\]/.test(name)) throw new Error(`a sheet named ${name}`);
    if ([...sheets.keys()].some((other) => other.toLowerCase() === name.toLowerCase()))
      throw new Error(`two sheets named ${name}`);
    const sheet = file.parts.get(targets.get(attributes['r:id'] ?? '') ?? '');
    if (!sheet) throw new Error(`no sheet ${name}`);
    const rows = below(sheet, 'row').map((row, place) => {
      if (row.attributes.r !== String(place + 1))
        throw new Error(`row ${row.attributes.r} of ${name}`);
      const values: Value[] = [];
      for (const cell of elements(row, 'c')) {
        const at = columnOf(cell.attributes.r ?? '');
        if (at < values.length || !cell.attributes.r?.endsWith(String(place + 1)))
          throw new Error(`cell ${cell.attributes.r} of ${name}`);
        while (values.length < at) values.push(null);
        values.push(read(cell));
      }
      return values;
    });
    const last = /:([A-Z]+)(\d+)$/.exec(below(sheet, 'autoFilter')[0]?.attributes.ref ?? '');
    if (last && Number(last[2]) !== rows.length) throw new Error(`the filter of ${name}`);
    sheets.set(name, rows);
  }
  return sheets;
}
