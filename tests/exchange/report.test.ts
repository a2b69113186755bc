import 'fake-indexeddb/auto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeRows } from '../../lib/exchange/example/make';
import { FILLED } from '../../lib/exchange/example/world';
import { type Report, takeReport } from '../../lib/exchange/report/figures';
import { moderationFigures } from '../../lib/exchange/report/moderation';
import { accountNorms, readNorm } from '../../lib/exchange/report/norm';
import { bodyTable, figuresOf } from '../../lib/exchange/report/tables';
import { Registry } from '../../lib/registry/database';
import { rowOf } from '../../lib/registry/projection';
import { KUZBASS } from '../../lib/regulation/profile';
import { addDays, dayOf, mondayOf } from '../../lib/regulation/zone';
import { logRow } from '../registry/rows';

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

test('pages that are not in the registry stand apart, and in no norm', async () => {
  await registry.log.bulkPut([
    logRow(1, { account: '-77', time: new Date(NOW).toISOString() }),
    logRow(2, { account: '-77', time: new Date(NOW).toISOString(), undone: true }),
  ]);
  const again = await takeReport(registry, { profile: KUZBASS, today: TODAY, mondays: MONDAYS });
  expect(again.bodies.at(-1)).toMatchObject({ body: null, moderation: { handled: 1 } });
  expect(again.moderation.handled).toBe(report.moderation.handled + 1);
  expect(again.norm).toEqual(report.norm);
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
