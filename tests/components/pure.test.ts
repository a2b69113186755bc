import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOf, filterOf, isLimited, readView, WHOLE_LOG } from '../../components/log/address';
import {
  countsOf,
  currentOf,
  grouped,
  ordered,
  passes,
  stopFrom,
  stopsOf,
} from '../../components/panel/queue';
import { previewOf, remarkedSentences } from '../../components/panel/sentences';
import { excerptOf, segmentsOf } from '../../components/text/marked';
import { momentWords } from '../../components/time/format';
import { messagesOf } from '../../lib/i18n';
import type { CommentView } from '../../lib/messages/panel';
import type { Criterion, Finding, Strength } from '../../lib/moderation/contract';
import { KUZBASS } from '../../lib/regulation/profile';

const finding = (
  start: number,
  end: number,
  strength: Strength = 'certain',
  criterion: Criterion = 'insult',
): Finding => ({ criterion, strength, rule: `${criterion}/x`, start, end, why: 'Потому что.' });

describe('marked text', () => {
  it('is whole again when its pieces are put together, whatever the findings', () => {
    const anyFinding = fc
      .record({
        start: fc.nat(60),
        length: fc.nat(30),
        strength: fc.constantFrom<Strength>('certain', 'probable'),
      })
      .map(({ start, length, strength }) => finding(start, start + length, strength));
    fc.assert(
      fc.property(fc.string({ maxLength: 50 }), fc.array(anyFinding), (text, findings) => {
        const segments = segmentsOf(text, findings);
        expect(segments.map((segment) => segment.text).join('')).toBe(text);
        for (const { start, text: piece } of segments)
          expect(text.slice(start, start + piece.length)).toBe(piece);
      }),
    );
  });

  it('gives a meeting place to the certain finding', () => {
    const sure = finding(4, 8);
    const maybe = finding(0, 6, 'probable');
    expect(segmentsOf('0123456789', [maybe, sure])).toEqual([
      { start: 0, text: '0123', finding: maybe },
      { start: 4, text: '4567', finding: sure },
      { start: 8, text: '89', finding: null },
    ]);
  });

  it('shows the words found in a long comment, under the right characters', () => {
    const text = `${'слово '.repeat(50)}дурак вы`;
    const place = text.indexOf('дурак');
    const excerpt = excerptOf(text, [finding(place, place + 5)], { reach: 60, room: 80 });
    const [moved] = excerpt.findings;
    expect(excerpt.text.slice(moved?.start, moved?.end)).toBe('дурак');
    expect(moved?.start).toBeLessThan(30);
    expect(excerpt.text.startsWith('… слово')).toBe(true);
    // Near enough: nothing is cut.
    expect(excerptOf('Вы дурак', [finding(3, 8)], { reach: 60, room: 80 }).text).toBe('Вы дурак');
  });

  it('does not stumble over one endless word', () => {
    const text = 'а'.repeat(500);
    const excerpt = excerptOf(text, [finding(400, 410)], { reach: 50, room: 60 });
    expect(excerpt.findings[0]?.end).toBeLessThan(60);
  });
});

describe('the address of the log', () => {
  it('gives back every view', () => {
    const view = {
      ...WHOLE_LOG,
      search: 'яма & дорога=?#',
      period: 'custom' as const,
      from: '2026-11-01',
      to: '2026-11-24',
      networks: ['vk' as const],
      criteria: ['spam' as const, 'personal-data' as const],
      kinds: ['delete' as const],
      operators: ['Анна, старшая', 'Борис'],
      author: 'vk:https://vk.com/id5',
      entry: '01900000-0000-7000-8000-000000000001',
    };
    expect(readView(addressOf(view).split('?')[1] ?? '')).toEqual(view);
    expect(addressOf({})).toBe('/log');
    expect(isLimited({ ...WHOLE_LOG, entry: view.entry })).toBe(false);
    expect(isLimited(view)).toBe(true);
  });

  it('leaves out what is nonsense and keeps the rest', () => {
    const view = readView('q=яма&period=ever&from=2026-99-99&criterion=nope&entry=1&kind=undo');
    expect(view).toEqual({ ...WHOLE_LOG, search: 'яма' });
  });

  it('counts days as the region does', () => {
    const now = Date.parse('2026-11-24T18:00:00.000Z'); // 25 November, 01:00 in Kemerovo
    const spanOf = (query: string) => {
      const { from, to } = filterOf(readView(query), now, KUZBASS.timeZone);
      return [from, to];
    };
    expect(spanOf('period=today')).toEqual([
      '2026-11-24T17:00:00.000Z',
      '2026-11-25T17:00:00.000Z',
    ]);
    expect(spanOf('period=7d')[0]).toBe('2026-11-18T17:00:00.000Z');
    expect(spanOf('period=month')[0]).toBe('2026-10-31T17:00:00.000Z');
    expect(spanOf('period=custom&from=2026-11-02&to=2026-11-02')).toEqual([
      '2026-11-01T17:00:00.000Z',
      '2026-11-02T17:00:00.000Z',
    ]);
    expect(spanOf('')).toEqual([null, null]);
  });
});

describe('moments', () => {
  const now = Date.parse('2026-11-24T10:00:00.000Z'); // 17:00 in Kemerovo
  const words = (iso: string, locale: 'ru' | 'en' = 'ru') =>
    momentWords(Date.parse(iso), now, KUZBASS.timeZone, locale, messagesOf(locale).dashboard);

  it('are short where they are near', () => {
    expect(words('2026-11-24T07:05:00.000Z').short).toBe('сегодня, 14:05');
    expect(words('2026-11-23T16:59:00.000Z').short).toBe('вчера, 23:59');
    expect(words('2026-11-22T07:05:00.000Z').short).toBe('22 нояб., 14:05');
    expect(words('2025-11-22T07:05:00.000Z').short).toBe('22.11.2025, 14:05');
    expect(words('2026-11-23T07:05:00.000Z', 'en').short).toBe('yesterday, 14:05');
  });

  it('are whole in the full form', () => {
    expect(words('2026-11-23T07:05:09.000Z').full).toContain('понедельник, 23 ноября 2026');
    expect(words('2026-11-23T07:05:09.000Z').full).toContain('14:05:09');
  });
});

let made = 0;
function comment(change: Partial<CommentView>): CommentView {
  made += 1;
  return {
    key: `-100_${made}`,
    author: `Автор ${made}`,
    authorUrl: `https://vk.com/id${made}`,
    time: '',
    text: `Текст номер ${made}`,
    permalink: '',
    findings: [finding(0, 5)],
    done: null,
    standing: null,
    ...change,
  };
}

describe('the queue', () => {
  it('has the certain first and otherwise the order of the page', () => {
    const maybe = comment({ findings: [finding(0, 5, 'probable')] });
    const first = comment({});
    const both = comment({ findings: [finding(0, 2, 'probable'), finding(3, 5)] });
    expect(ordered([maybe, first, both])).toEqual([first, both, maybe]);
  });

  it('passes by criterion, strength and words together', () => {
    const spam = comment({ text: 'Ёлки дёшево', findings: [finding(0, 4, 'probable', 'spam')] });
    const none = { criteria: [], strengths: [], search: '' };
    expect(passes(spam, none)).toBe(true);
    expect(passes(spam, { ...none, criteria: ['spam'], strengths: ['probable'] })).toBe(true);
    expect(passes(spam, { ...none, criteria: ['insult'] })).toBe(false);
    expect(passes(spam, { ...none, strengths: ['certain'] })).toBe(false);
    expect(passes(spam, { ...none, search: 'елк деш' })).toBe(true);
    expect(passes(spam, { ...none, search: 'елк дорого' })).toBe(false);
  });

  it('counts a comment once under each of its criteria', () => {
    const { criteria, strengths } = countsOf([
      comment({ findings: [finding(0, 1), finding(2, 3), finding(4, 5, 'certain', 'spam')] }),
      comment({ findings: [finding(0, 1, 'probable')] }),
    ]);
    expect([...criteria]).toEqual([
      ['insult', 2],
      ['spam', 1],
    ]);
    expect([...strengths]).toEqual([
      ['certain', 1],
      ['probable', 1],
    ]);
  });

  it('puts copies of one text together, and a flood of one author', () => {
    const copy = () => comment({ text: 'Заработок  БЕЗ вложений!!!' });
    const flood = () => comment({ authorUrl: 'https://vk.com/id777' });
    const items = [copy(), comment({}), flood(), copy(), flood(), flood(), comment({})];
    const rows = grouped(items);
    expect(rows.map((row) => (row.type === 'one' ? 1 : [row.alike, row.items.length]))).toEqual([
      ['text', 2],
      1,
      ['author', 3],
      1,
    ]);
    expect(rows.flatMap((row) => (row.type === 'one' ? [row.item] : row.items))).toHaveLength(7);
    const stops = stopsOf(rows, new Set());
    expect(stops.map(({ key }) => key)).toEqual(
      [items[0], items[1], items[2], items[6]].map((item) => item?.key),
    );
    const opened = rows.find((row) => row.type === 'group' && row.alike === 'author');
    expect(stopsOf(rows, new Set(opened?.type === 'group' ? [opened.id] : []))).toHaveLength(6);
  });

  it('never puts two image-only comments or two nameless authors together', () => {
    const rows = grouped(Array.from({ length: 4 }, () => comment({ text: ' … ', authorUrl: '' })));
    expect(rows.map(({ type }) => type)).toEqual(['one', 'one', 'one', 'one']);
  });

  it('goes on after the one that was just done', () => {
    const [a, b, c] = [comment({}), comment({}), comment({})];
    const all = [a, b, c].filter((item) => item !== undefined);
    expect(currentOf(all, all, b?.key ?? null)).toBe(b);
    expect(
      currentOf(
        all,
        [a, c].filter((item) => item !== undefined),
        b?.key ?? null,
      ),
    ).toBe(c);
    expect(
      currentOf(
        all,
        [a].filter((item) => item !== undefined),
        c?.key ?? null,
      ),
    ).toBe(a);
    expect(currentOf(all, [], b?.key ?? null)).toBeNull();
    expect(currentOf(all, all, null)).toBe(a);
    expect(stopFrom(all, a ?? null, -1)).toBe(a);
    expect(stopFrom(all, a ?? null, 1)).toBe(b);
    expect(stopFrom(all, c ?? null, 1)).toBe(c);
    expect(stopFrom(all, null, 1)).toBe(a);
  });
});

describe('the draft by sentences', () => {
  const text = 'Погода хорошая. В целях обеспечения порядка проводится уборка. Приходите!';
  const start = text.indexOf('В целях');
  const remark = {
    category: 'prep_denominal' as const,
    rule: 'prep_denominal/in-order',
    start,
    end: start + 'В целях обеспечения'.length,
    why: 'Проще: «для».',
    replacements: ['Для'],
  };
  const draft = { text, score: 60, ease: 40, remarks: [remark] };

  it('shows only sentences with remarks, and what they would become', () => {
    const sentences = remarkedSentences(draft);
    expect(sentences.map((sentence) => sentence.text)).toEqual([
      'В целях обеспечения порядка проводится уборка.',
    ]);
    const [sentence] = sentences;
    expect(sentence && previewOf(draft, sentence, remark, 'Для')).toBe(
      'Для порядка проводится уборка.',
    );
  });
});
