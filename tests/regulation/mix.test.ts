import { describe, expect, it } from 'vitest';
import {
  formatMix,
  type Posted,
  postsByDay,
  scoreByWeek,
  standingPosts,
} from '../../lib/regulation/mix';
import { KUZBASS } from '../../lib/regulation/profile';

const FORMATS = ['text', 'photo', 'video'];
const post = (id: string, change: Partial<Posted> = {}): Posted => ({
  id,
  network: 'vk',
  account: '-1',
  postId: `-1_${id}`,
  kind: 'post',
  time: '2026-11-24T03:00:00.000Z',
  score: null,
  mark: null,
  ...change,
});
const marked = (mark: Partial<NonNullable<Posted['mark']>>): Posted['mark'] => ({
  moved: null,
  deleted: null,
  format: null,
  ...mark,
});

describe('what the posts are like', () => {
  it('counts formats in the profile’s order, unknown ones after them, unsaid ones last', () => {
    const posts = [
      post('1', { mark: marked({ format: 'video' }) }),
      post('2', { mark: marked({ format: 'story' }) }),
      post('3', { mark: marked({ format: 'video' }) }),
      post('4'),
    ];
    expect(formatMix(posts, FORMATS).map(({ format, count }) => [format, count])).toEqual([
      ['text', 0],
      ['photo', 0],
      ['video', 2],
      ['story', 1],
      [null, 1],
    ]);
  });

  it('leaves out comments, deleted posts and second records', () => {
    const posts = [
      post('1'),
      post('2', { postId: '-1_1' }),
      post('3', { mark: marked({ deleted: '2026-11-25' }) }),
      post('4', { kind: 'comment' }),
    ];
    expect(standingPosts(posts).map(({ id }) => id)).toEqual(['1']);
  });

  it('puts posts on the region’s days, where they stand now', () => {
    const posts = [
      post('1', { time: '2026-11-24T16:59:59.000Z' }),
      post('2', { time: '2026-11-24T17:00:00.000Z' }),
      post('3', { mark: marked({ moved: '2026-11-26T03:00:00.000Z' }) }),
    ];
    expect([...postsByDay(posts, KUZBASS.timeZone)]).toEqual([
      ['2026-11-24', 1],
      ['2026-11-25', 1],
      ['2026-11-26', 1],
    ]);
  });

  it('gives each week the mean of what was checked', () => {
    const posts = [
      post('1', { score: 80 }),
      post('2', { score: 91 }),
      post('3', { score: null }),
      post('4', { score: 10, time: '2026-12-01T03:00:00.000Z' }),
    ];
    expect(
      scoreByWeek(posts, ['2026-11-16', '2026-11-23', '2026-11-30'], KUZBASS.timeZone),
    ).toEqual([null, 86, 10]);
  });
});
