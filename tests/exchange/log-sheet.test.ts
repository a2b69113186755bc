import 'fake-indexeddb/auto';
import Papa from 'papaparse';
import readXlsxFile from 'read-excel-file/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportLog, type LogExport } from '../../lib/exchange/log-sheet';
import { type LogRow, Registry } from '../../lib/registry/database';
import { findLog, NO_FILTER } from '../../lib/registry/queries';
import { KUZBASS } from '../../lib/regulation/profile';
import { logRow } from '../registry/rows';

let registry: Registry;
const NOW = Date.parse('2026-11-24T20:00:00.000Z');

async function order(change: Partial<LogExport> = {}): Promise<LogExport> {
  return {
    registry,
    ids: await findLog(registry, NO_FILTER),
    format: 'csv',
    thirdPersons: true,
    locale: 'ru',
    profile: KUZBASS,
    now: NOW,
    signal: new AbortController().signal,
    onProgress: () => undefined,
    ...change,
  };
}

const put = (...rows: LogRow[]) => registry.log.bulkPut(rows);

async function csvRows(file: File): Promise<string[][]> {
  const text = (await file.text()).replace(/^\uFEFF/, '');
  return Papa.parse<string[]>(text, { delimiter: ';', skipEmptyLines: true }).data;
}

async function xlsxRows(file: File): Promise<unknown[][]> {
  const [sheet] = await readXlsxFile(Buffer.from(await file.arrayBuffer()), { trim: false });
  return sheet?.data ?? [];
}

beforeEach(() => {
  registry = new Registry(`test-${crypto.randomUUID()}`);
});
afterEach(() => registry.delete());

describe('the log as a file', () => {
  it('hides third persons unless they are asked for, and keeps the author of a violation', async () => {
    const text = 'Марина Ковальчук, вы стадо';
    await put(logRow(1, { text }), logRow(2, { text, kind: 'keep' }));
    const cells = async (thirdPersons: boolean) => {
      const [head = [], ...rows] = await csvRows(await exportLog(await order({ thirdPersons })));
      const columns = ['Текст комментария', 'Автор', 'Страница автора'].map((name) =>
        head.indexOf(name),
      );
      return rows.map((row) => columns.map((column) => row[column]));
    };
    expect(await cells(false)).toEqual([
      ['М••••• К••••••••, вы стадо', 'П••• С••••••', ''],
      ['М••••• К••••••••, вы стадо', 'Пётр Синицын', 'https://vk.com/id5'],
    ]);
    expect(await cells(true)).toEqual([
      [text, 'Пётр Синицын', 'https://vk.com/id5'],
      [text, 'Пётр Синицын', 'https://vk.com/id5'],
    ]);
  });

  it('says everything of a row, in the time of the region', async () => {
    await put(
      logRow(1, {
        time: '2026-11-24T18:05:09.000Z',
        text: 'Вы стадо; "баранов"\nи точка',
        findings: [
          {
            criterion: 'insult',
            strength: 'certain',
            rule: 'insult/herd',
            start: 3,
            end: 8,
            why: 'Унижает людей.',
          },
        ],
        note: '=HYPERLINK("x")',
        amended: true,
      }),
    );
    const file = await exportLog(await order());
    expect(file.name).toBe('Вахта модерация 2026-11-25.csv');
    const [head = [], row = []] = await csvRows(file);
    expect(Object.fromEntries(head.map((title, index) => [title, row[index]]))).toEqual({
      '№': '1',
      'Время (UTC+7)': '2026-11-25 01:05:09',
      Действие: 'удалён',
      Критерий: 'Оскорбление',
      Основание: 'Оскорбление',
      Пункт: '2.6',
      'Текст комментария': 'Вы стадо; "баранов"\nи точка',
      Автор: 'Пётр Синицын',
      'Страница автора': 'https://vk.com/id5',
      Сеть: 'ВКонтакте',
      'Ссылка на комментарий': 'https://vk.com/wall-100_200?reply=301',
      Написан: '',
      Сообщество: "'-100",
      Обсуждение: "'-100_200",
      Оператор: 'Анна',
      'Как записано': 'кнопкой самой сети',
      'Что нашла Вахта': 'Оскорбление, точно: стадо',
      Заметка: '\'=HYPERLINK("x")',
      Состояние: 'основание изменено',
      Идентификатор: '00000000-0000-7000-8000-000000000001',
    });
  });

  it('is the same rows in both formats, in the order given', async () => {
    await put(
      ...Array.from({ length: 1_203 }, (_, index) =>
        logRow(index + 1, {
          time: new Date(Date.UTC(2026, 10, 1) + ((index * 17) % 1_203) * 60_000).toISOString(),
          text: index % 50 === 0 ? '' : `Комментарий ${index}`,
          undone: index % 7 === 0,
        }),
      ),
    );
    const job = await order();
    const csv = await csvRows(await exportLog(job));
    const xlsx = await xlsxRows(await exportLog({ ...job, format: 'xlsx' }));
    expect(csv).toHaveLength(1_204);
    expect(csv.slice(1).map((row) => row.at(-1))).toEqual(job.ids);
    const asText = (cell: unknown) =>
      cell === null
        ? ''
        : cell instanceof Date
          ? new Date(Math.round(cell.getTime() / 1000) * 1000)
              .toISOString()
              .slice(0, 19)
              .replace('T', ' ')
          : String(cell);
    const plain = (row: string[]) => row.map((cell) => cell.replace(/^'(?=[-=+@])/, ''));
    expect(xlsx.map((row) => row.map(asText))).toEqual(csv.map(plain));
  });

  it('is in English when Vakhta is', async () => {
    await put(logRow(1, {}));
    const file = await exportLog(await order({ locale: 'en' }));
    expect(file.name).toBe('Vakhta moderation 2026-11-25.csv');
    const [head, row] = await csvRows(file);
    expect(head?.slice(0, 4)).toEqual(['No.', 'Time (UTC+7)', 'Action', 'Criterion']);
    expect(row?.slice(2, 5)).toEqual(['deleted', 'Insult', 'Insult']);
  });

  it('tells how far it is and stops when asked', async () => {
    await put(...Array.from({ length: 1_200 }, (_, index) => logRow(index + 1, {})));
    const stop = new AbortController();
    const seen: number[] = [];
    const job = await order({
      format: 'xlsx',
      signal: stop.signal,
      onProgress: (done) => {
        seen.push(done);
        if (done >= 1_000) stop.abort();
      },
    });
    await expect(exportLog(job)).rejects.toMatchObject({ name: 'AbortError' });
    expect(seen).toEqual([500, 1_000]);
  });

  it('leaves out a row that is gone and keeps a ground that the profile has lost', async () => {
    await put(logRow(1, { ground: 'old-ground' }));
    const ids = ['00000000-0000-7000-8000-00000000dead', ...(await findLog(registry, NO_FILTER))];
    const rows = await csvRows(await exportLog(await order({ ids })));
    expect(rows.slice(1).map((row) => row[4])).toEqual(['old-ground']);
  });
});
