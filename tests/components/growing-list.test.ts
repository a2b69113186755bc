import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type GrowingList,
  ListReader,
  type ListSource,
} from '../../components/screen/growing-list';

const rows = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, place) => from + place);

/** A source whose rows the test changes, in pieces of 60 rows each with a turn between. */
class Rows implements ListSource<number> {
  rows: number[] = [];
  long = 1_000;
  walks = 0;
  failure: Error | undefined;
  #heard: (() => void) | undefined;

  async *walk() {
    this.walks += 1;
    const now = [...this.rows];
    for (let at = 0; at < now.length; at += 60) {
      await new Promise((done) => setTimeout(done, 1));
      if (this.failure) throw this.failure;
      yield now.slice(at, at + 60);
    }
  }

  watch(onChange: () => void) {
    this.#heard = onChange;
    return () => {
      this.#heard = undefined;
    };
  }

  get isWatched() {
    return this.#heard !== undefined;
  }

  change(changed: number[]) {
    this.rows = changed;
    this.#heard?.();
  }
}

class AtHead extends Rows {
  join(head: readonly number[], known: readonly number[]) {
    const joint = known.indexOf(head.at(-1) ?? -1);
    return joint < 0 ? undefined : [...head, ...known.slice(joint + 1)];
  }
}

function read<Source extends Rows>(source: Source) {
  const lists: GrowingList<number>[] = [];
  const onError = vi.fn();
  const reader = new ListReader(source, (list) => lists.push(list), onError);
  return { source, lists, onError, reader, last: () => lists.at(-1) };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a list that grows while it is read', () => {
  it('shows what fills a screen alone, then what is several times as much, and then all of it', async () => {
    const source = new Rows();
    source.rows = rows(0, 300);
    const { lists } = read(source);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(lists.map((list) => [list.rows.length, list.whole])).toEqual([
      [60, false],
      [240, false],
      [300, true],
    ]);
  });

  it('an empty one is whole, too', async () => {
    const { lists } = read(new Rows());
    await vi.advanceTimersByTimeAsync(10);
    expect(lists).toEqual([{ rows: [], whole: true }]);
  });

  it('many changes during one reading make one more, and the list before stays meanwhile', async () => {
    const source = new Rows();
    source.rows = rows(0, 300);
    const { lists, last } = read(source);
    await vi.advanceTimersByTimeAsync(2_000);
    const shown = lists.length;
    for (const length of [301, 302, 303]) source.change(rows(0, length));
    await vi.advanceTimersByTimeAsync(2_000);
    expect(source.walks).toBe(3);
    expect(lists.slice(shown).every(({ whole }) => whole)).toBe(true);
    expect(last()?.rows).toHaveLength(303);
  });

  it('a long one takes what is new at its head at once, and is read whole when the changes pause', async () => {
    const source = new AtHead();
    source.rows = rows(0, 2_000);
    const { last } = read(source);
    await vi.advanceTimersByTimeAsync(5_000);
    // One comes at the head, and one far below goes.
    source.change([-1, ...rows(0, 2_000).filter((row) => row !== 1_500)]);
    await vi.advanceTimersByTimeAsync(10);
    expect(last()).toEqual({ rows: rows(-1, 2_000), whole: true });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(last()?.rows).toHaveLength(2_000);
    expect(last()?.rows).not.toContain(1_500);
  });

  it('a long one whose changes may show anywhere is read whole at once, but not for each of them', async () => {
    const source = new Rows();
    source.rows = rows(0, 2_000);
    const { last } = read(source);
    await vi.advanceTimersByTimeAsync(10_000);
    source.change(rows(0, 2_001));
    await vi.advanceTimersByTimeAsync(500);
    expect(last()?.rows).toHaveLength(2_001);
    const walks = source.walks;
    source.change(rows(0, 2_002));
    source.change(rows(0, 2_003));
    await vi.advanceTimersByTimeAsync(500);
    expect(source.walks).toBe(walks);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(source.walks).toBe(walks + 1);
    expect(last()?.rows).toHaveLength(2_003);
  });

  it('says nothing any more once it is stopped', async () => {
    const source = new Rows();
    source.rows = rows(0, 300);
    const { lists, reader } = read(source);
    await vi.advanceTimersByTimeAsync(2);
    reader.stop();
    const shown = lists.length;
    source.change(rows(0, 10));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(lists).toHaveLength(shown);
    expect(source.isWatched).toBe(false);
  });

  it('a source that cannot be read is told once, and is not asked again', async () => {
    const source = new Rows();
    source.rows = rows(0, 300);
    source.failure = new Error('no disk');
    const { lists, onError } = read(source);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(onError).toHaveBeenCalledExactlyOnceWith(source.failure);
    expect(lists).toEqual([]);
    expect(source.isWatched).toBe(false);
  });
});
