import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  LISTING_LOCALES,
  listingFaults,
  listingIn,
  permissionReasons,
  readListing,
} from '../../scripts/package/listing';
import { topOfChangelog, versionFaults } from '../../scripts/package/versions';

const file = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

describe('the listing', () => {
  test.each(LISTING_LOCALES)('in %s keeps the limits of both stores', (locale) => {
    expect(listingFaults(listingIn(locale))).toEqual([]);
  });

  test('that is too long or has a part missing is told', () => {
    const text =
      '# Имя\n\n## a\n\nкоротко\n\n## b\n\nописание\n\n## c\n\nцель\n\n## d\n\nзаметки\n';
    expect(listingFaults(readListing(text))).toEqual([]);
    expect(listingFaults(readListing(text.replace('коротко', 'я'.repeat(133))))).toEqual([
      'summary: 133 знаков, а можно 132',
    ]);
    expect(listingFaults(readListing(text.replace('цель', '')))).toEqual(['purpose: пусто']);
    expect(() => readListing('# Имя\n\n## a\n')).toThrow('Частей должно быть 4');
  });

  test('gives a reason for each permission in both languages', () => {
    const [ru, en] = LISTING_LOCALES.map((locale) =>
      permissionReasons(locale).map((line) => line.split(':')[0]),
    );
    expect(ru).toEqual(en);
    expect(ru).toContain('storage');
    for (const locale of LISTING_LOCALES) {
      const reasons = permissionReasons(locale);
      expect(reasons.at(-1)).toMatch(/^host_permissions: .*vk\.com.*instagram\.com/);
      // A form of a store takes plain text.
      expect(reasons.filter((line) => /\]\(|`/.test(line))).toEqual([]);
    }
  });

  test('the description in the browser is as short as a store wants it', () => {
    for (const locale of LISTING_LOCALES) {
      const { description } = JSON.parse(file(`public/_locales/${locale}/messages.json`));
      expect(description.message.length).toBeLessThanOrEqual(132);
    }
  });
});

describe('the version', () => {
  test('is the same in package.json and on top of the changelog', () => {
    const { version } = JSON.parse(file('package.json'));
    expect(topOfChangelog(file('CHANGELOG.md'))?.version).toBe(version);
  });

  test('that differs somewhere is told with the place', () => {
    expect(topOfChangelog('# Changelog\n\n## 1.2.3 — 2026-12-01\n\n## 1.2.2')).toEqual({
      version: '1.2.3',
      dated: true,
    });
    expect(topOfChangelog('## 1.2.3 — not released yet')?.dated).toBe(false);
    expect(topOfChangelog('# Changelog')).toBeNull();
    expect(
      versionFaults({
        package: '1.0.0',
        changelog: null,
        manifests: { chrome: '1.0.0', ff: '0.9.0' },
      }),
    ).toEqual([
      'CHANGELOG.md: ничего, а в package.json 1.0.0',
      'ff: 0.9.0, а в package.json 1.0.0',
    ]);
  });
});
