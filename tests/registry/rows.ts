import type { LogRow, Registry } from '../../lib/registry/database';
import { authorKey } from '../../lib/registry/schema';
import { storeWords } from '../../lib/registry/words';

/** A row of the log as a test needs it. @param number gives it its id and place */
export function logRow(number: number, change: Partial<LogRow>): LogRow {
  const made = {
    id: `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`,
    time: '2026-11-20T10:00:00.000Z',
    operator: 'Анна',
    network: 'vk',
    account: '-100',
    thread: '-100_200',
    commentId: `-100_${300 + number}`,
    permalink: `https://vk.com/wall-100_200?reply=${300 + number}`,
    author: 'Пётр Синицын',
    authorUrl: 'https://vk.com/id5',
    commentTime: '',
    text: 'Позор вашей администрации',
    kind: 'delete',
    criterion: 'insult',
    ground: 'insult',
    clause: '2.6',
    findings: [],
    note: '',
    refers: null,
    origin: 'native',
    seq: number,
    undone: false,
    amended: false,
    authorKey: '',
    ...change,
  } satisfies LogRow;
  return {
    ...made,
    authorKey: change.authorKey ?? authorKey(made.network, made.authorUrl),
  };
}

/** Puts rows into the log as the ledger's projection does, without entries and authors. */
export async function putRows(registry: Registry, rows: readonly LogRow[]): Promise<void> {
  await registry.log.bulkPut(rows);
  await storeWords(registry, rows);
}
