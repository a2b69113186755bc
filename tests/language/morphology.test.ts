import { describe, expect, it } from 'vitest';
import { moveAdjective } from '../../lib/language/morphology/adjectives';
import type { Case } from '../../lib/language/morphology/endings';
import { movePhrase, readPhrase } from '../../lib/language/morphology/phrase';
import { tokenize } from '../../lib/language/words';

function move(text: string, from: Case, to: Case): string | null {
  const tokens = tokenize(text);
  const phrase = readPhrase(text, tokens, 0, from);
  if (!phrase) return null;
  const end = tokens[phrase.last - 1]?.end ?? 0;
  const moved = movePhrase(text, tokens, phrase, to);
  return moved === null ? null : moved + text.slice(end);
}

describe('a noun phrase', () => {
  it.each([
    ['капитальным ремонтом дороги', 'ablt', 'gent', 'капитального ремонта дороги'],
    ['действующим законодательством', 'ablt', 'datv', 'действующему законодательству'],
    ['новыми требованиями и правилами', 'ablt', 'datv', 'новым требованиям и правилам'],
    ['детских площадок', 'gent', 'accs', 'детские площадки'],
    ['старых труб', 'gent', 'accs', 'старые трубы'],
    ['граждан', 'gent', 'accs', 'граждан'],
    ['жилого дома', 'gent', 'accs', 'жилой дом'],
    ['Алтайского края', 'gent', 'loct', 'Алтайском крае'],
    ['упавших деревьев', 'gent', 'accs', 'упавшие деревья'],
    ['этого решения', 'gent', 'datv', 'этому решению'],
    ['снижение', 'accs', 'datv', 'снижению'],
    ['ПОСТАНОВЛЕНИЕМ', 'ablt', 'datv', 'ПОСТАНОВЛЕНИЮ'],
    ['ремонтом дома, проводимым летом', 'ablt', 'gent', 'ремонта дома, проводимого летом'],
  ] as const)('«%s» moves from %s to %s: «%s»', (text, from, to, result) => {
    expect(move(text, from, to)).toBe(result);
  });

  it.each([
    ['города Томска', 'gent', 'loct'],
    ['губернатором Иваном Петровым', 'ablt', 'gent'],
    ['уборке площади, проводимой летом', 'datv', 'gent'],
    ['были', 'nomn', 'accs'],
    ['', 'gent', 'accs'],
  ] as const)('«%s» from %s to %s is not certain, and is left', (text, from, to) => {
    expect(move(text, from, to)).toBeNull();
  });
});

describe('an adjective', () => {
  it('follows a noun of another gender', () => {
    const from = { case: 'loct', gender: 'n', animate: false } as const;
    const to = { case: 'loct', gender: 'f', animate: false } as const;
    expect(moveAdjective('новом', from, to)).toBe('новой');
    expect(moveAdjective('последнем', from, to)).toBe('последней');
    expect(moveAdjective('этом', from, to)).toBe('этой');
    expect(moveAdjective('его', from, to)).toBe('его');
    expect(moveAdjective('ремонт', from, to)).toBeNull();
  });
});
