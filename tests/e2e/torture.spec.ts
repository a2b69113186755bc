import { findBrowser } from '../../scripts/browser';
import { Chance } from '../../scripts/torture/chance';
import { BLOWS, torture } from '../../scripts/torture/torture';
import { EXTENSION } from './extension';
import { expect, standTest as test } from './fixtures';

// The short form of `npm run torture`: one of each blow.

test('nothing is lost whatever dies under the operators', async ({ stand }, testInfo) => {
  test.setTimeout(240_000);
  const browser = findBrowser();
  if (!browser) throw new Error('No Chromium here: `npm test` installs one.');
  const seed = Date.now() % 2 ** 32;
  testInfo.annotations.push({ type: 'seed', description: String(seed) });
  const verdict = await torture({
    browser,
    extension: EXTENSION,
    resolverRules: stand.resolverRules,
    chance: new Chance(seed),
    acts: 1,
    blows: BLOWS,
    tabs: 2,
    actsARound: 3,
    say: () => undefined,
  });
  expect({ seed, faults: verdict.faults }).toEqual({ seed, faults: [] });
  // The blows did fall: something was told as recorded, and something as not saved while all was full.
  expect(verdict.recorded).toBeGreaterThan(BLOWS.length * 2);
  expect(verdict.told).toBeGreaterThan(0);
});
