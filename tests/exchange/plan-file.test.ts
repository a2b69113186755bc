import * as fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { writeCsv } from '../../lib/exchange/csv';
import {
  type PlanTongue,
  planChanges,
  planRows,
  planSheet,
  readDay,
  readPlan,
  readTime,
} from '../../lib/exchange/plan-file';
import { calendarRows, planCalendar } from '../../lib/exchange/plan-ics';
import { readTableFile } from '../../lib/exchange/table-file';
import { writeXlsx } from '../../lib/exchange/xlsx';
import { PLAN_STATES, type PlanEntry } from '../../lib/registry/plan';
import { blankEntry } from '../../lib/registry/planning';

const RU: PlanTongue = {
  columns: {
    day: 'Дата',
    time: 'Время',
    title: 'Тема',
    occasion: 'Повод',
    accounts: 'Аккаунты',
    format: 'Формат',
    rubric: 'Рубрика',
    responsible: 'Кто готовит',
    state: 'Состояние',
    text: 'Текст',
    note: 'Заметка',
    id: 'Код записи',
  },
  states: {
    idea: 'Идея',
    draft: 'Черновик',
    ready: 'Готово',
    published: 'Опубликовано',
    dropped: 'Отменено',
  },
  formats: new Map([
    ['photo', 'Фото'],
    ['live', 'Прямой эфир'],
  ]),
};
const ACCOUNTS = new Map([
  ['https://vk.com/mincult', '00000000-0000-7000-8000-000000000001'],
  ['https://ok.ru/mincult', '00000000-0000-7000-8000-000000000002'],
]);
const accountOf = (text: string) => ACCOUNTS.get(text);
const addressOf = (id: string) => [...ACCOUNTS].find(([, own]) => own === id)?.[0];
const entry = (change: Partial<PlanEntry> = {}): PlanEntry => ({
  ...blankEntry('2026-11-24'),
  title: 'Каток',
  ...change,
});
const SIGNAL = new AbortController().signal;

const FULL = entry({
  time: '09:30',
  occasion: 'Первый лёд',
  accounts: [...ACCOUNTS.values()],
  format: 'live',
  rubric: 'Спорт',
  responsible: 'Анна К.',
  state: 'ready',
  text: 'Залили!\nПриходите; "с детьми"',
  note: '=2+2',
});

describe('the plan as a table', () => {
  it.each(['csv', 'xlsx'] as const)('is read again from %s as it was', async (kind) => {
    const entries = [FULL, entry({ title: 'Ярмарка', day: '2026-12-05' })];
    const sheet = planSheet(entries, 'План', RU, addressOf);
    const file = await (kind === 'csv' ? writeCsv : writeXlsx)(sheet, SIGNAL);
    const reading = await readTableFile(new Uint8Array(await file.arrayBuffer()));
    if (reading.state !== 'read') throw new Error(reading.trouble);
    const rows = planRows(reading.sheets[0] ?? [], [RU]);
    const plan = readPlan(rows ?? [], [RU], accountOf);
    if (plan.state !== 'read') throw new Error(JSON.stringify(plan.troubles));
    expect(plan.rows.map((row) => row.entry)).toEqual(entries);
    expect(planChanges(plan.rows, entries).map(({ what }) => what)).toEqual(['same', 'same']);
  });

  it('is found below a title, with columns in any order, and rows keep their numbers', () => {
    const rows = planRows(
      [
        ['Контент-план'],
        [],
        ['тема', 'ДАТА', 'Лайки'],
        ['Каток', '24.11.2026', '5'],
        [],
        ['', '1.12.26', ''],
      ],
      [RU],
    );
    expect(rows).toEqual([
      { row: 4, cells: { title: 'Каток', day: '24.11.2026' } },
      { row: 6, cells: { title: '', day: '1.12.26' } },
    ]);
    expect(planRows([['Имя', 'Дата']], [RU])).toBeNull();
  });

  it('with one wrong cell is not read at all, and says which', () => {
    const row = (number: number, cells: object) => ({
      row: number,
      cells: { title: 'Каток', day: '24.11.2026', ...cells },
    });
    const reading = readPlan(
      [
        row(2, {}),
        row(3, { day: '31.04.2026', time: '25:00' }),
        row(4, { day: '', title: '' }),
        row(5, {
          format: 'Сторис',
          state: 'Почти',
          accounts: 'https://vk.com/mincult\nhttps://vk.com/nobody',
        }),
        row(6, { title: 'я'.repeat(501) }),
        row(7, { id: FULL.id }),
        row(8, { id: FULL.id }),
      ],
      [RU],
      accountOf,
    );
    if (reading.state !== 'rows') throw new Error(reading.state);
    expect(
      reading.troubles.map(({ row: at, column, reason }) => `${at} ${column} ${reason}`),
    ).toEqual([
      '3 day day',
      '3 time time',
      '4 day missing',
      '4 title missing',
      '5 accounts account',
      '5 format format',
      '5 state state',
      '6 title long',
      '8 id twice',
    ]);
    expect(reading.troubles.find(({ column }) => column === 'accounts')?.value).toBe(
      'https://vk.com/nobody',
    );
    expect(reading.good).toBe(2);
  });

  it('changes only what it speaks of, and knows an entry without a code by day, title and accounts', () => {
    const known = entry({ text: 'Залили', state: 'ready', revision: 4, published: [] });
    const reading = readPlan(
      [
        { row: 2, cells: { id: known.id, title: 'Каток открыт', day: '25.11.2026' } },
        { row: 3, cells: { title: ' каток ', day: '2026-11-24' } },
        { row: 4, cells: { title: 'Каток', day: '26.11.2026' } },
      ],
      [RU],
      accountOf,
    );
    if (reading.state !== 'read') throw new Error(reading.state);
    expect(planChanges(reading.rows, [known])).toMatchObject([
      {
        what: 'change',
        entry: {
          title: 'Каток открыт',
          day: '2026-11-25',
          text: 'Залили',
          state: 'ready',
          revision: 4,
        },
      },
      { what: 'same', entry: { id: known.id } },
      { what: 'add' },
    ]);
  });

  it('understands days and times as people and programs write them', () => {
    expect(['24.11.2026', '24/11/26', '2026-11-24'].map(readDay)).toEqual(
      Array(3).fill('2026-11-24'),
    );
    expect(['29.02.2027', '24 ноября', '2026-13-01', '20261124'].map(readDay)).toEqual(
      Array(4).fill(null),
    );
    expect(['9:30', '09.30', '09:30:00', '0.3958333'].map(readTime)).toEqual(
      Array(4).fill('09:30'),
    );
    expect(['24:00', 'утром', '9'].map(readTime)).toEqual(Array(3).fill(null));
  });
});

describe('the plan as a calendar', () => {
  const ZONE = 'Asia/Novokuznetsk';
  const write = (entries: readonly PlanEntry[], timeZone = ZONE) =>
    planCalendar({
      name: 'План',
      entries,
      timeZone,
      now: Date.parse('2026-11-20T00:00:00Z'),
      nameOf: (id) => addressOf(id),
      reminder: (title) => `Пора публиковать: ${title}`,
    });

  it('puts the region’s time into UTC, reminds of what is to come, and marks what was dropped', () => {
    const text = write([FULL, entry({ state: 'dropped', time: '10:00' }), entry()]);
    const [timed, dropped, whole] = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents(
      'vevent',
    );
    expect(timed?.getFirstPropertyValue('dtstart')?.toString()).toBe('2026-11-24T02:30:00Z');
    expect(
      timed?.getFirstSubcomponent('valarm')?.getFirstPropertyValue('trigger')?.toString(),
    ).toBe('-PT15M');
    expect(dropped?.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(dropped?.getFirstSubcomponent('valarm')).toBeNull();
    expect(whole?.getFirstPropertyValue('dtstart')?.toString()).toBe('2026-11-24');
    // RFC 5545, 3.1: lines of at most 75 octets, ended by CRLF.
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  it('is read again as it was, whatever the texts, and touches nothing that it does not hold', () => {
    const texts = fc
      .string({ unit: 'grapheme', maxLength: 60 })
      .map((text) => text.replace(/\p{Cc}/gu, ' ').trim());
    const entries = fc.record({
      title: texts.filter((title) => title !== ''),
      text: texts,
      note: texts,
      rubric: texts,
      occasion: texts,
      time: fc.constantFrom(null, '00:00', '09:30', '23:59'),
      state: fc.constantFrom(...PLAN_STATES),
      day: fc.constantFrom('2026-11-24', '2026-12-31', '2026-03-29', '2026-10-25'),
    });
    fc.assert(
      fc.property(
        fc.array(entries, { maxLength: 5 }),
        fc.constantFrom(ZONE, 'Europe/Berlin'),
        (changes, zone) => {
          const known = changes.map((change) =>
            entry({ accounts: [...ACCOUNTS.values()], ...change }),
          );
          const reading = readPlan(calendarRows(write(known, zone), zone) ?? [], [RU], accountOf);
          if (reading.state !== 'read') throw new Error(JSON.stringify(reading.troubles));
          expect(planChanges(reading.rows, known)).toEqual(
            known.map((one) => ({ what: 'same', entry: one })),
          );
        },
      ),
    );
  });

  it('reads the events of other calendars, and refuses what is none', () => {
    const event = (lines: string) =>
      `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1@mail\r\n${lines}\r\nEND:VEVENT\r\nEND:VCALENDAR`;
    expect(calendarRows(event('DTSTART:20261124T120000\r\nSUMMARY:Парад'), ZONE)).toEqual([
      { row: 1, cells: { title: 'Парад', day: '2026-11-24', time: '12:00' } },
    ]);
    expect(calendarRows(event('DTSTART:20261123T200000Z\r\nSUMMARY:Парад'), ZONE)).toMatchObject([
      { cells: { day: '2026-11-24', time: '03:00' } },
    ]);
    expect(calendarRows('Дата;Тема', ZONE)).toBeNull();
    expect(calendarRows('', ZONE)).toBeNull();
  });
});
