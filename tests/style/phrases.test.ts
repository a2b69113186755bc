import { describe, expect, it } from 'vitest';
import { review } from '../../lib/style';
import { phrases } from './phrases';

interface Case {
  text: string;
  /** Where the phrase stands. */
  from: number;
  to: number;
  accepted: string[];
}

const same = (text: string) => text.replaceAll('ё', 'е').replaceAll('Ё', 'Е');

const cases = phrases
  .split('\n')
  .filter((line) => line !== '')
  .map((line): Case => {
    const [body = '', results = ''] = line.split(/\s*=>\s*/u);
    const from = body.indexOf('[');
    const to = body.indexOf(']') - 1;
    const text = body.replace(/[[\]]/gu, '');
    const accepted = results
      .split('|')
      .map((result) => result.trim())
      .filter((result) => result !== '')
      .map((result) => {
        const put = text.slice(0, from) + (result === '-' ? '' : result) + text.slice(to);
        const tidy = put.replace(/ {2,}/gu, ' ').replace(/ ,/gu, ',').trim();
        return same(tidy.charAt(0).toUpperCase() + tidy.slice(1));
      });
    return { text, from, to, accepted };
  });

describe('bureaucratic phrases in sentences of their own', () => {
  const found = cases.map((one) => ({
    ...one,
    over: review(one.text).remarks.filter(({ start, end }) => start < one.to && end > one.from),
  }));

  it('are found in nine of ten', () => {
    expect(cases.length).toBeGreaterThanOrEqual(150);
    const missed = found.filter(({ over }) => over.length === 0);
    expect(missed.length / cases.length, missed.map(({ text }) => text).join('\n')).toBeLessThan(
      0.1,
    );
  });

  it('get a first replacement that an editor accepts in 95 of 100', () => {
    const offered = found.flatMap(({ text, accepted, over }) => {
      const remark = over.find(({ replacements }) => replacements.length > 0);
      if (!remark) return [];
      const put = text.slice(0, remark.start) + remark.replacements[0] + text.slice(remark.end);
      return [{ put, right: accepted.includes(same(put)) }];
    });
    const wrong = offered.filter(({ right }) => !right).map(({ put }) => put);
    expect(offered.length).toBeGreaterThan(100);
    expect(wrong.length / offered.length, wrong.join('\n')).toBeLessThan(0.05);
  });
});
