import { describe, expect, it } from 'vitest';
import {
  blankEntry,
  copies,
  entryFrom,
  recurring,
  templateFrom,
} from '../../lib/registry/planning';
import { addDays } from '../../lib/regulation/zone';

const MONDAY = '2026-11-23';
const week = Array.from({ length: 7 }, (_, place) => addDays(MONDAY, place));
const entry = (change: object) => ({ ...blankEntry(MONDAY), title: 'Каток', ...change });

describe('making entries', () => {
  it('a template gives back what it was made from, not yet done', () => {
    const made = entry({ text: 'Залили', rubric: 'Спорт', format: 'photo', time: '10:00' });
    const again = entryFrom(templateFrom({ ...made, state: 'published' }), '2026-12-01');
    expect(again).toMatchObject({
      title: 'Каток',
      text: 'Залили',
      rubric: 'Спорт',
      format: 'photo',
      time: '10:00',
      day: '2026-12-01',
      state: 'draft',
      published: [],
    });
    expect(again.id).not.toBe(made.id);
  });

  it('a copied week keeps its days, leaves behind what was dropped, and is not done', () => {
    const published = entry({
      state: 'published',
      published: [{ account: 'a', publication: 'b' }],
    });
    const copied = copies(
      [
        published,
        entry({ day: '2026-11-29', state: 'ready', text: 'Есть' }),
        entry({ state: 'dropped' }),
      ],
      (day) => addDays(day, 7),
    );
    expect(copied.map(({ day, state, published: done }) => [day, state, done])).toEqual([
      ['2026-11-30', 'idea', []],
      ['2026-12-06', 'draft', []],
    ]);
    expect(new Set([published.id, ...copied.map(({ id }) => id)]).size).toBe(3);
  });

  it('rubrics come on their weekdays, once', () => {
    const rubric = { ...templateFrom(entry({ title: 'Афиша' })), weekdays: [1, 7] };
    const plain = templateFrom(entry({ title: 'Разовый' }));
    const first = recurring([rubric, plain], [], week);
    expect(first.map(({ day, title }) => `${day} ${title}`)).toEqual([
      '2026-11-23 Афиша',
      '2026-11-29 Афиша',
    ]);
    expect(recurring([rubric], first, week)).toEqual([]);
    expect(recurring([rubric], first.slice(1), week).map(({ day }) => day)).toEqual([MONDAY]);
  });
});
