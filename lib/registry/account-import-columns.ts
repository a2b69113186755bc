import { NETWORK_IDS, type NetworkId, siteOf } from '../networks/hosts';

/** What a column of a table of accounts may hold. */
export const IMPORT_FIELDS = [
  'body',
  'parent',
  'network',
  'link',
  'name',
  'status',
  'created',
  'deleted',
  'person',
  'position',
  'contact',
  'access',
  'note',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

/**
 * What each column of the file holds, null for what is not taken. Links may stand in several columns,
 * one a network; every other field in one.
 */
export type ColumnMap = readonly (ImportField | null)[];

/** Letters of a heading or a name as they are compared: no case, no ё, no quotes, single spaces. */
export function plainName(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[«»"“”„']/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The network that a heading or a cell names; null when it names none or several. */
export function networkNamed(text: string): NetworkId | null {
  const plain = plainName(text);
  const named = NETWORK_IDS.filter((id) => siteOf(id).spoken.test(plain));
  return named.length === 1 ? (named[0] ?? null) : null;
}

/** Asked in this order: «телефон ответственного» is a contact, «наименование органа» a body. */
const HEADINGS: readonly (readonly [ImportField, RegExp])[] = [
  ['position', /должност|position/],
  ['contact', /телефон|почт|контакт(?!е)|mail|phone|contact/],
  ['access', /доступ|администратор|редактор|access/],
  ['parent', /вышестоящ|подчин|учредител|ведомствен|parent|superior/],
  ['person', /ответствен|(?:^|\W)фио|ф\. ?и\. ?о|сотрудник|responsible|person/],
  ['link', /ссылк|адрес|url|link|address/],
  ['created', /созда|откры|зарегистр|created|opened/],
  ['deleted', /удал|закры|ликвид|deleted|closed/],
  ['status', /состоян|статус|status|state/],
  ['note', /примеч|замет|коммент|note|comment|remark/],
  ['network', /сеть|соцсет|социальн|платформ|площадк|network/],
  ['body', /орган|учрежден|ведомств|министерств|администрац|body|agency|institution/],
  ['name', /назван|наименован|имя|сообществ|аккаунт|name|title|account/],
];
/** A column of official sites is no column of accounts. */
const FOREIGN = /сайт|website|\bsite/;

function fieldNamed(heading: string): ImportField | null {
  const plain = plainName(heading);
  if (plain === '' || FOREIGN.test(plain)) return null;
  const named = HEADINGS.find(([, words]) => words.test(plain))?.[0] ?? null;
  if (named !== null) return named;
  return networkNamed(plain) === null ? null : 'link';
}

/** What the columns hold, as their headings say. */
export function guessColumns(head: readonly string[]): ColumnMap {
  const taken = new Set<ImportField>();
  return head.map((heading) => {
    const field = fieldNamed(heading);
    if (field === null || (field !== 'link' && taken.has(field))) return null;
    taken.add(field);
    return field;
  });
}

/** Rows in which a heading is looked for: reports often begin with a title and a date. */
const HEAD_WITHIN = 20;

/** Place (from 0) of the row with the headings: the one that says most. */
export function headRowOf(rows: readonly (readonly string[])[]): number {
  const known = rows
    .slice(0, HEAD_WITHIN)
    .map((row) => guessColumns(row).filter((field) => field !== null).length);
  const most = Math.max(0, ...known);
  if (most > 1) return known.indexOf(most);
  return Math.max(
    0,
    rows.findIndex((row) => row.some((cell) => cell !== '')),
  );
}
