import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkProfile, printProfile, readProfileFile } from '../../lib/regulation/check';
import { daysLeft, lastDayOf } from '../../lib/regulation/notice';
import {
  bodyKind,
  clauseText,
  KUZBASS,
  type RegulationProfile,
  suggestedGround,
} from '../../lib/regulation/profile';

/** Novosibirsk's figures: ten publications for the government, five for the other bodies. */
const TEN_AND_FIVE: RegulationProfile = {
  ...KUZBASS,
  id: 'ten-and-five',
  title: 'Другой регион',
  timeZone: 'Asia/Novosibirsk',
  clauses: KUZBASS.clauses.map((clause) =>
    clause.number === '2.2' ? { number: '4.1', text: 'Не меньше 5.' } : clause,
  ),
  norm: {
    clause: '4.1',
    kinds: [
      { id: 'government', title: { ru: 'Правительство', en: 'Government' }, weeklyNorm: 10 },
      { id: 'body', title: { ru: 'Орган', en: 'Body' }, weeklyNorm: 5 },
    ],
  },
};

/** Bashkortostan's figure: three a week for everybody, in two networks. */
const THREE: RegulationProfile = {
  ...KUZBASS,
  id: 'three',
  timeZone: 'Asia/Yekaterinburg',
  networks: { clause: '1.1', ids: ['vk', 'ok'] },
  norm: {
    clause: '2.2',
    kinds: [{ id: 'any', title: { ru: 'Все', en: 'All' }, weeklyNorm: 3 }],
  },
  notices: { clause: '3 постановления', days: 5 },
};

const faults = (change: (copy: RegulationProfile) => unknown) =>
  (checkProfile(change(structuredClone(KUZBASS))).faults ?? []).map(
    ({ path, reason, value }) => `${path.join('.')}: ${reason} ${value}`,
  );

describe('a profile', () => {
  test.each([KUZBASS, TEN_AND_FIVE, THREE])('$id is whole and survives a file', (profile) => {
    expect(checkProfile(profile)).toEqual({ profile, faults: null });
    expect(readProfileFile(printProfile(profile))).toEqual({ profile, faults: null });
  });

  test('gives each region its own figures', () => {
    const norms = (profile: RegulationProfile) =>
      ['government', 'body', 'unknown'].map((kind) => bodyKind(profile, kind).weeklyNorm);
    expect(norms(KUZBASS)).toEqual([10, 10, 10]);
    expect(norms(TEN_AND_FIVE)).toEqual([10, 5, 5]);
    expect(norms(THREE)).toEqual([3, 3, 3]);
    expect(clauseText(TEN_AND_FIVE, TEN_AND_FIVE.norm.clause)).toBe('Не меньше 5.');
    expect(clauseText(TEN_AND_FIVE, '2.2')).toBe('');
    expect(lastDayOf('2026-11-24', KUZBASS.notices.days)).toBe('2026-12-04');
    expect(lastDayOf('2026-11-24', THREE.notices.days)).toBe('2026-11-29');
    expect(daysLeft('2026-12-04', '2026-11-24')).toBe(10);
    expect(daysLeft('2026-12-04', '2026-12-06')).toBe(-2);
  });

  test('names four networks and ten formats', () => {
    expect([...KUZBASS.networks.ids].sort()).toEqual(['instagram', 'ok', 'vk', 'x']);
    expect(KUZBASS.formats.list).toHaveLength(10);
  });

  test('answers a rule’s own ground before its criterion’s', () => {
    expect(suggestedGround(KUZBASS, { criterion: 'insult', ground: 'law' })?.id).toBe('law');
    expect(suggestedGround(KUZBASS, { criterion: 'insult', ground: 'no-such' })?.id).toBe('insult');
  });
});

describe('faults', () => {
  test('name the place, the reason and what stands there', () => {
    expect(faults((copy) => ({ ...copy, timeZone: 'Asia/Kemerovo' }))).toEqual([
      'timeZone: zone Asia/Kemerovo',
    ]);
    expect(faults((copy) => ({ ...copy, retentionMonths: 0 }))).toEqual([
      'retentionMonths: too-small 0',
    ]);
    expect(faults((copy) => ({ ...copy, notices: { ...copy.notices, days: 1e9 } }))).toEqual([
      'notices.days: too-big 1000000000',
    ]);
    expect(faults((copy) => ({ ...copy, title: '  ' }))).toEqual(['title: empty   ']);
    expect(faults(({ title: _, ...copy }) => copy)).toEqual(['title: missing ']);
    expect(faults((copy) => ({ ...copy, grounds: 'все' }))).toEqual(['grounds: type все']);
    expect(
      faults((copy) => ({ ...copy, networks: { ...copy.networks, ids: ['vk', 'myspace'] } })),
    ).toEqual(['networks.ids.1: unknown myspace']);
  });

  test('a clause that is cited must be there', () => {
    expect(
      faults((copy) => ({ ...copy, clauses: copy.clauses.filter((one) => one.number !== '1.3') })),
    ).toEqual(['publishing.clause: clause 1.3']);
  });

  test('no id stands twice', () => {
    expect(
      faults((copy) => ({
        ...copy,
        formats: {
          ...copy.formats,
          list: [...copy.formats.list, ...copy.formats.list.slice(0, 1)],
        },
        networks: { ...copy.networks, ids: ['vk', 'vk'] },
      })),
    ).toEqual(['networks.ids.1: twice vk', 'formats.list.10.id: twice text']);
  });

  test('a file that is no profile says why', () => {
    expect(readProfileFile('не JSON')).toEqual({ trouble: 'not-json' });
    expect(readProfileFile('{"a":1}')).toEqual({ trouble: 'not-profile' });
    expect(readProfileFile('null')).toEqual({ trouble: 'not-profile' });
    expect(readProfileFile(printProfile(KUZBASS).replace('"version": 1', '"version": 2'))).toEqual({
      trouble: 'newer',
    });
    expect(readProfileFile('x'.repeat(1_000_001))).toEqual({ trouble: 'too-large' });
  });

  test('nothing makes the check throw, and what it lets through is a profile', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(...Object.keys(KUZBASS)), (value, field) => {
        const { profile, faults: found } = checkProfile({ ...KUZBASS, [field]: value });
        expect(profile === null).toBe(found !== null && found.length > 0);
      }),
    );
  });
});
