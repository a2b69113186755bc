import { v7 as uuidv7 } from 'uuid';
import type { Action } from '../../lib/registry/schema';

let minute = 0;

/** An action with sensible fields; each is a minute later than the one before. */
export function actionWith(fields: Partial<Action> = {}): Action {
  minute += 1;
  return {
    id: uuidv7(),
    time: new Date(Date.UTC(2026, 10, 1, 9, minute)).toISOString(),
    operator: 'Оксана',
    network: 'vk',
    account: '-100',
    thread: '-100_200',
    commentId: `-100_${300 + minute}`,
    permalink: `https://vk.com/wall-100_200?reply=${300 + minute}`,
    author: 'Пётр Сидоров',
    authorUrl: 'https://vk.com/id42',
    commentTime: 'сегодня в 10:05',
    text: 'Сам ты пень, господин чиновник',
    kind: 'delete',
    criterion: 'insult',
    ground: 'insult',
    clause: '2.6',
    findings: [],
    note: '',
    refers: null,
    origin: 'native',
    ...fields,
  };
}
