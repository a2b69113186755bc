import { describe, expect, it } from 'vitest';
import verdicts from './verdicts.json';

describe('the replacements read one by one', () => {
  it('are two hundred different ones, each with a verdict that is counted', () => {
    const { replacements, good, faulty } = verdicts;
    expect(new Set(replacements.map(({ hash }) => hash)).size).toBe(200);
    expect(replacements.filter(({ verdict }) => verdict === 'good')).toHaveLength(good);
    expect(replacements.filter(({ verdict }) => verdict === 'faulty')).toHaveLength(faulty);
    for (const entry of replacements) {
      expect(entry.verdict === 'faulty').toBe('fault' in entry);
    }
  });
});
