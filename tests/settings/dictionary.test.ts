import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ENTRIES_LIMIT, type Entry, type WordEntry } from '../../lib/moderation/dictionary';
import {
  addException,
  changeEntries,
  DictionaryFull,
  loadEntries,
  takeIn,
  watchEntries,
} from '../../lib/settings/dictionary';

const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const word = (number: number, phrase: string): WordEntry => ({
  id: id(number),
  kind: 'word',
  phrase,
  criterion: 'custom',
  ground: null,
  strength: 'certain',
  note: '',
});
const phrases = async () => (await loadEntries()).map(({ kind, phrase }) => `${kind} ${phrase}`);

/** Locks as a browser has them, which Node 20 has not: one holder at a time, in order. */
function locks() {
  let last: Promise<unknown> = Promise.resolve();
  return {
    request: (_name: string, hold: () => Promise<unknown>) => {
      const turn = last.then(hold);
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}

beforeEach(() => {
  fakeBrowser.reset();
  vi.stubGlobal('navigator', { locks: locks() });
});

describe('the stored dictionary', () => {
  it.each([[null], ['мусор'], [{ entries: 'мусор' }], [[1, 2]]])(
    'heals from %j',
    async (stored) => {
      await browser.storage.local.set({ dictionary: stored });
      expect(await loadEntries()).toEqual([]);
      await changeEntries((entries) => [...entries, word(1, 'лодырь')]);
      expect(await phrases()).toEqual(['word лодырь']);
    },
  );

  it('a broken entry never costs the others, and one id is one entry', async () => {
    const entries = [
      word(1, 'лодырь'),
      { ...word(2, 'x'), strength: 'sure' },
      7,
      word(1, 'лентяй'),
    ];
    await browser.storage.local.set({ dictionary: { entries } });
    expect(await phrases()).toEqual(['word лодырь']);
  });

  it('changes made at once all count', async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, number) =>
        changeEntries((entries) => [...entries, word(number, `лодырь ${number}`)]),
      ),
    );
    expect(await loadEntries()).toHaveLength(20);
  });

  it('refuses what is too much or no entry, and stays as it was', async () => {
    await changeEntries(() => [word(1, 'лодырь')]);
    const many = Array.from({ length: ENTRIES_LIMIT + 1 }, (_, number) => word(number, 'лодырь'));
    await expect(changeEntries(() => many)).rejects.toThrow(DictionaryFull);
    await expect(changeEntries(() => [word(1, '!!!')])).rejects.toThrow();
    expect(await phrases()).toEqual(['word лодырь']);
  });

  it('tells those who watch, until they stop', async () => {
    const seen: number[] = [];
    const stop = watchEntries((entries) => seen.push(entries.length));
    await changeEntries(() => [word(1, 'лодырь')]);
    stop();
    await changeEntries(() => []);
    expect(seen).toEqual([1]);
  });
});

describe('an exception from the page', () => {
  it('is added once, whatever its case', async () => {
    await addException(' Свинья ');
    await addException('свинья');
    expect(await phrases()).toEqual(['exception Свинья']);
  });

  it('is parsed like everything that comes from a page', async () => {
    await expect(addException('')).rejects.toThrow();
    await expect(addException('а'.repeat(1_000_000))).rejects.toThrow();
    await expect(addException({ phrase: 'x' } as unknown as string)).rejects.toThrow();
    expect(await loadEntries()).toEqual([]);
  });
});

describe('taking drafts in', () => {
  it('leaves of a known entry what the file does not speak of', () => {
    const known: Entry = {
      ...word(1, 'лодырь'),
      criterion: 'insult',
      ground: 'law',
      strength: 'probable',
      note: 'Так решили',
    };
    const { id: _, ...draft } = word(9, 'лодырь');
    const take = (...says: string[]) => takeIn([known], [draft], new Set(says));
    expect(take('phrase')).toEqual({ entries: [known], outcomes: ['same'] });
    expect(take('phrase', 'criterion')).toEqual({
      entries: [{ ...known, criterion: 'custom' }],
      outcomes: ['changed'],
    });
  });

  it('replaces what says the same words and keeps its id; adds the rest', () => {
    const { id: _, ...draft } = word(9, 'ЛОДЫРЬ');
    const { id: __, ...other } = word(9, 'лентяй');
    const { entries, outcomes } = takeIn(
      [word(1, 'лодырь'), word(2, 'лентяй')],
      [draft, other, { ...other, phrase: 'тунеядец' }],
      new Set(['kind', 'phrase', 'criterion', 'ground', 'strength', 'rule', 'note']),
    );
    expect(outcomes).toEqual(['changed', 'same', 'added']);
    expect(entries.map((entry) => entry.phrase)).toEqual(['ЛОДЫРЬ', 'лентяй', 'тунеядец']);
    expect(entries.slice(0, 2).map((entry) => entry.id)).toEqual([id(1), id(2)]);
  });
});
