import { describe, expect, it } from 'vitest';
import { createRepetitionJudge } from '../../lib/moderation/repetition';

const LONG =
  'Продаю участок у реки, рядом лес и остановка, документы готовы, звоните в любое время, отвечу на все вопросы';

describe('repetition in a thread', () => {
  it('says nothing of short civil repeats', () => {
    const judge = createRepetitionJudge();
    for (let index = 0; index < 20; index++)
      judge.add({ id: String(index), author: `a${index % 2}`, text: 'Снег на дороге, уберите' });
    expect(judge.mailings()).toEqual([]);
    expect(judge.finding('3')).toBeUndefined();
  });

  it('is certain only of one author who writes a long text three times', () => {
    const judge = createRepetitionJudge();
    judge.add({ id: '1', author: 'x', text: LONG });
    expect(judge.finding('1')).toBeUndefined();
    judge.add({ id: '2', author: 'x', text: `${LONG}!!!` });
    expect(judge.finding('2')).toMatchObject({ strength: 'probable' });
    judge.add({ id: '3', author: 'x', text: LONG.replace('звоните', 'звoните') });
    expect(judge.finding('1')).toMatchObject({ strength: 'certain', criterion: 'spam', start: 0 });
    expect(judge.mailings()).toMatchObject([{ ids: ['1', '2', '3'], authors: 1, exact: false }]);
  });

  it('finds near copies by different people and never calls them certain', () => {
    const judge = createRepetitionJudge();
    for (let index = 0; index < 6; index++)
      judge.add({ id: String(index), author: `a${index}`, text: `${LONG} ${'👍'.repeat(index)}` });
    expect(judge.finding('5')).toMatchObject({
      rule: 'spam/repeated-in-thread',
      strength: 'probable',
    });
  });

  it('keeps different long texts apart', () => {
    const judge = createRepetitionJudge();
    judge.add({ id: '1', author: 'x', text: LONG });
    judge.add({
      id: '2',
      author: 'x',
      text: 'Почему во дворе второй месяц не горит ни один фонарь и никто не отвечает на обращения жителей?',
    });
    expect(judge.mailings()).toEqual([]);
  });

  it('forgets the old text of an edited comment and a removed one', () => {
    const judge = createRepetitionJudge();
    judge.add({ id: '1', author: 'x', text: LONG });
    judge.add({ id: '2', author: 'x', text: LONG });
    judge.add({ id: '2', author: 'x', text: 'Спасибо' });
    expect(judge.finding('1')).toBeUndefined();
    judge.add({ id: '3', author: 'x', text: LONG });
    expect(judge.finding('3')).toBeDefined();
    judge.remove('1');
    expect(judge.finding('3')).toBeUndefined();
  });
});
