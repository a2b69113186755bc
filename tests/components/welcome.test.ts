import { describe, expect, test } from 'vitest';
import { PRACTICE_COMMENTS, PRACTICE_DRAFT } from '../../components/welcome/material';
import { fatesOf, progressesOf } from '../../components/welcome/progress';
import { messagesOf } from '../../lib/i18n';
import { moderate } from '../../lib/moderation';
import type { ActionKind, OutboxRecord } from '../../lib/registry/schema';
import { review } from '../../lib/style';

let made = 0;
const record = (commentId: string, kind: ActionKind, refers: string | null = null) => {
  made += 1;
  const action = { id: `id-${made}`, commentId, kind, refers };
  return { type: 'action', action } as unknown as OutboxRecord;
};
const idOf = (one: OutboxRecord) => (one.type === 'action' ? one.action.id : '');
const standing = (records: readonly OutboxRecord[]) =>
  Object.fromEntries(progressesOf(PRACTICE_COMMENTS, records));

describe('what there is to practise on', () => {
  test('is judged by the engine as the tasks say', () => {
    const found = PRACTICE_COMMENTS.map(({ text }) => {
      const [heaviest] = moderate(text);
      return heaviest ? `${heaviest.criterion} ${heaviest.strength}` : 'nothing';
    });
    expect(found).toEqual([
      'nothing',
      'insult certain',
      'spam certain',
      'personal-data probable',
      'obscenity certain',
    ]);
    const { tasks } = messagesOf('ru').welcome.thread;
    expect(Object.keys(tasks)).toEqual(PRACTICE_COMMENTS.map(({ id }) => id));
  });

  test('the draft has remarks, and each can be accepted', () => {
    const { remarks } = review(PRACTICE_DRAFT);
    expect(remarks.length).toBeGreaterThan(2);
    expect(remarks.filter(({ replacements }) => replacements.length === 0)).toEqual([]);
  });
});

describe('progress', () => {
  const right = [
    record('2', 'delete'),
    record('3', 'delete'),
    record('4', 'keep'),
    record('5', 'delete'),
  ];

  test('criticism that was left alone counts when the rest is done', () => {
    expect(standing([])['1']).toBe('waiting');
    expect(standing(right.slice(1))['1']).toBe('waiting');
    expect(new Set(Object.values(standing(right)))).toEqual(new Set(['right']));
  });

  test('a wrong verdict is told, and right again when it is taken back', () => {
    const wrong = record('1', 'delete');
    expect(standing([...right, wrong])['1']).toBe('wrongly-removed');
    expect(standing([...right, wrong, record('1', 'restore')])['1']).toBe('right');
    expect(standing([...right, wrong, record('1', 'undo', idOf(wrong))])['1']).toBe('right');
    expect(standing([record('4', 'delete')])['4']).toBe('wrongly-removed');
    expect(standing([record('2', 'keep')])['2']).toBe('wrongly-kept');
    expect(standing([record('2', 'mark')])['2']).toBe('still-there');
  });

  test('the last record that stands decides', () => {
    const kept = record('2', 'keep');
    const fates = fatesOf([record('2', 'delete'), record('2', 'note'), kept]);
    expect(fates.get('2')).toBe('kept');
    expect(fatesOf([kept, record('2', 'undo', idOf(kept))]).get('2')).toBeUndefined();
  });
});
