import 'fake-indexeddb/auto';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeRows } from '../../lib/exchange/example/make';
import { FILLED } from '../../lib/exchange/example/world';
import { reportCharts } from '../../lib/exchange/report/chart';
import { type Report, takeReport } from '../../lib/exchange/report/figures';
import { reportFile } from '../../lib/exchange/report/files';
import { moderationFigures } from '../../lib/exchange/report/moderation';
import { accountNorms, readNorm } from '../../lib/exchange/report/norm';
import { bodyTable, figuresOf, otherTables } from '../../lib/exchange/report/tables';
import { messagesOf } from '../../lib/i18n';
import { formatNumber } from '../../lib/i18n/plural';
import { Registry } from '../../lib/registry/database';
import { rowOf } from '../../lib/registry/projection';
import { KUZBASS } from '../../lib/regulation/profile';
import { addDays, dayOf, mondayOf } from '../../lib/regulation/zone';
import { logRow } from '../registry/rows';
import { openOffice, packageFaults, readDocument, readWorkbook } from './ooxml';

const NOW = Date.UTC(2026, 10, 26, 9);
const TODAY = dayOf(NOW, KUZBASS.timeZone);
const MONDAYS = [addDays(mondayOf(TODAY), -7), mondayOf(TODAY)];
const registry = new Registry('report');
let report: Report;

beforeAll(async () => {
  const size = { ...FILLED, weeks: 3, actions: 500, actionDays: 20 };
  for (const { table, rows } of makeRows({ profile: KUZBASS, now: NOW, size })) {
    if (table !== 'actions') await registry.table(table).bulkPut([...rows]);
    else
      await registry.log.bulkPut(
        rows
          .filter(({ refers }) => refers === null)
          .map((action, seq) =>
            rowOf({
              ...action,
              device: '',
              seq,
              salt: '0',
              evidenceHash: '',
              prev: '',
              hash: '',
            }),
          ),
      );
  }
  report = await takeReport(registry, { profile: KUZBASS, today: TODAY, mondays: MONDAYS });
});
afterAll(() => registry.close());

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

test('bodies and days add up to the whole, and the whole is what the screens say', async () => {
  expect(report).toMatchObject({ from: MONDAYS[0], to: addDays(MONDAYS[1] ?? '', 6) });
  expect(report.norm.done).toBeGreaterThan(300);
  expect(sum(report.bodies.map(({ norm }) => norm.done))).toBe(report.norm.done);
  expect(sum(report.bodies.map(({ norm }) => norm.behind))).toBe(report.norm.behind);
  expect(sum(report.days.map(({ posts }) => posts))).toBe(report.norm.done);
  expect(sum(report.formats.map(({ count }) => count))).toBe(report.norm.done);
  const { moderation } = report;
  expect(moderation.handled).toBeGreaterThan(100);
  expect(sum(report.bodies.map((body) => body.moderation.handled))).toBe(moderation.handled);
  expect(sum(report.bodies.map((body) => body.moderation.violationsAll))).toBe(
    moderation.violationsAll,
  );

  const norm = await readNorm(registry, KUZBASS, MONDAYS, TODAY);
  const behind = accountNorms(norm).filter(({ figures }) => figures.behind > 0);
  expect(report.accounts.behind).toBe(behind.length);
});

test('every table and list of figures takes the same numbers', () => {
  const figures = new Map(figuresOf({ report, locale: 'ru' }).map((one) => [one.id, one]));
  const { rows, head } = bodyTable({ report, locale: 'ru' });
  const total = rows.at(-1) ?? [];
  expect(total).toHaveLength(head.length);
  expect(total[3]).toBe(figures.get('done')?.value);
  expect(total[2]).toBe(figures.get('done')?.of);
  expect(total[5]).toBe(figures.get('handled')?.value);
  for (let column = 1; column < head.length; column += 1)
    expect(sum(rows.slice(0, -1).map((cells) => Number(cells[column])))).toBe(total[column]);
});

/** Sheets of the workbook by name, their headings left out. */
async function workbook(of: Report): Promise<Map<string, unknown[][]>> {
  const file = await reportFile({
    report: of,
    locale: 'ru',
    profile: KUZBASS,
    format: 'xlsx',
    now: NOW,
  });
  const sheets = await readXlsxFile(Buffer.from(await file.arrayBuffer()), { trim: false });
  return new Map(sheets.map(({ sheet, data }) => [sheet, data.slice(1)]));
}

test('every sheet of the workbook says what the screen says', async () => {
  const sheets = await workbook(report);
  expect([...sheets.keys()]).toEqual([
    'Главное',
    'По органам',
    'По аккаунтам',
    'По дням',
    'Нарушения',
    'Форматы публикаций',
  ]);
  const rowsOf = (name: string) => sheets.get(name) ?? [];
  const column = (name: string, place: number) =>
    sum(rowsOf(name).map((cells) => Number(cells[place])));
  const order = { report, locale: 'ru', profile: KUZBASS } as const;
  const { criteria, formats } = otherTables(order);
  expect(rowsOf('Главное')).toEqual(
    figuresOf(order).map(({ label, value, of }) => [label, value, of ?? null]),
  );
  expect(rowsOf('По органам')).toEqual(bodyTable(order).rows);
  expect(rowsOf('Нарушения')).toEqual(criteria.rows);
  expect(rowsOf('Форматы публикаций')).toEqual(formats.rows);
  expect(rowsOf('По дням').map(([day]) => (day as Date).toISOString().slice(0, 10))).toEqual(
    report.days.map(({ day }) => day),
  );
  expect(column('По дням', 1)).toBe(report.norm.done);

  // Accounts add up to the same whole as bodies, column by column.
  const accounts = rowsOf('По аккаунтам');
  const total = accounts.at(-1) ?? [];
  expect(total.slice(3)).toEqual(bodyTable(order).rows.at(-1)?.slice(2));
  for (let place = 3; place < total.length; place += 1)
    expect(column('По аккаунтам', place)).toBe(2 * Number(total[place]));
  const norm = await readNorm(registry, KUZBASS, MONDAYS, TODAY);
  for (const { account, figures } of accountNorms(norm)) {
    const network = messagesOf('ru').common.network[account.network];
    const line = accounts.find(([name, where]) => name === account.name && where === network);
    expect(line?.slice(3, 6)).toEqual([figures.norm, figures.done, figures.behind]);
  }
});

test('a second reader of workbook and document finds the same numbers', async () => {
  const order = { report, locale: 'ru', profile: KUZBASS, now: NOW } as const;
  const book = await openOffice(await reportFile({ ...order, format: 'xlsx' }));
  expect(packageFaults(book)).toEqual([]);
  const sheets = readWorkbook(book);
  const known = await workbook(report);
  expect([...sheets.keys()]).toEqual([...known.keys()]);
  const { head, rows } = bodyTable(order);
  expect(sheets.get('По органам')).toEqual([head, ...rows]);
  expect(
    sheets
      .get('По дням')
      ?.slice(1)
      .map(([, posts]) => posts),
  ).toEqual(report.days.map(({ posts }) => posts));

  const drawn: string[] = [];
  const paper = await openOffice(
    await reportFile({
      ...order,
      format: 'docx',
      draw: async ({ title }) => {
        drawn.push(title);
        return Uint8Array.from([0x89, 0x50, 0x4e, 0x47, drawn.length]);
      },
    }),
  );
  expect(packageFaults(paper)).toEqual([]);
  const blocks = readDocument(paper);
  const pictures = blocks.flatMap((block) => (block.kind === 'picture' ? block : []));
  // Each chart once, in its own place, with its own words.
  expect(pictures.map(({ bytes }) => bytes[4])).toEqual([1, 2, 3, 4, 5]);
  for (const [place, { alt }] of pictures.entries()) expect(alt).toContain(drawn[place]);
  const tables = blocks.flatMap((block) => (block.kind === 'table' ? block : []));
  const plain = (cells: readonly (string | number)[]) =>
    cells.map((cell) => (typeof cell === 'number' ? formatNumber('ru', cell) : cell));
  expect(tables[1]).toEqual({ kind: 'table', head: 1, rows: [head, ...rows].map(plain) });
  expect(tables.at(-1)?.rows).toHaveLength(report.days.length + 1);
});

test('charts say in words what they show, and lack nothing that the tables have', () => {
  const charts = reportCharts({ report, locale: 'ru', profile: KUZBASS });
  const most = report.days.reduce((best, day) => (day.posts > best.posts ? day : best));
  expect(charts.posts.alt).toContain(`Больше всего, ${most.posts}, — `);
  expect(charts.posts.svg.text.match(/class="bar"/g)).toHaveLength(report.days.length);
  expect(charts.criteria?.svg.text.match(/class="bar"/g)).toHaveLength(
    report.moderation.violations.length,
  );
  const worst = Math.max(...report.bodies.map(({ norm }) => norm.behind));
  expect(charts.lacking?.alt).toMatch(new RegExp(` — ${worst}\\b`));
  const quiet = { ...report, moderation: { ...report.moderation, violations: [] } };
  expect(reportCharts({ report: quiet, locale: 'ru', profile: KUZBASS }).criteria).toBeNull();
});

test('pages that are not in the registry stand apart, and in no norm', async () => {
  await registry.log.bulkPut([
    logRow(1, { account: '-77', time: new Date(NOW).toISOString() }),
    logRow(2, { account: '-77', time: new Date(NOW).toISOString(), undone: true }),
  ]);
  const again = await takeReport(registry, { profile: KUZBASS, today: TODAY, mondays: MONDAYS });
  expect(again.bodies.at(-1)).toMatchObject({ body: null, moderation: { handled: 1 } });
  expect(again.moderation.handled).toBe(report.moderation.handled + 1);
  expect(again.norm).toEqual(report.norm);
  const accounts = (await workbook(again)).get('По аккаунтам') ?? [];
  expect(accounts.at(-2)).toEqual(['Страницы не из реестра', null, null, 0, 0, 0, 1, 1, 0]);
});

test('a comment counts once however much was done to it, and not once it was restored', () => {
  const rows = [
    logRow(1, { commentId: 'a', time: '2026-11-20T10:00:00.000Z' }),
    logRow(2, { commentId: 'a', time: '2026-11-20T10:01:00.000Z', kind: 'ban' }),
    logRow(3, { commentId: 'b', time: '2026-11-20T10:02:00.000Z' }),
    logRow(4, { commentId: 'b', time: '2026-11-20T10:03:00.000Z', kind: 'restore' }),
    logRow(5, { commentId: 'c', kind: 'keep', criterion: null }),
    logRow(6, { commentId: '', kind: 'note', criterion: null }),
  ];
  expect(moderationFigures(rows)).toEqual({
    handled: 3,
    violations: [{ criterion: 'insult', count: 1 }],
    violationsAll: 1,
    kept: 1,
  });
});
