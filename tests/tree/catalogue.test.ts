import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SCREENS } from '../../components/dashboard/screens';
import { TABLE_FORMATS } from '../../lib/exchange/formats';
import { CRITERIA } from '../../lib/moderation/contract';
import { RULES } from '../../lib/moderation/rules';
import { NETWORK_IDS, siteOf } from '../../lib/networks/hosts';
import { KEPT_NAMES } from '../../lib/registry/kept';
import { STYLE_CATEGORIES } from '../../lib/style/contract';
import type { StyleRule } from '../../lib/style/rules/rule';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const namesIn = (folder: string) => readdirSync(join(root, folder));

/** The first cells of the table below a heading of docs/catalogue.md. */
function told(heading: string): string[] {
  const [, part = ''] = read('docs/catalogue.md').split(`\n## ${heading}\n`);
  const [table = ''] = part.split('<!-- end -->');
  return [...table.matchAll(/^\| `([^`]+)`/gm)].map(([, id = '']) => id);
}

describe('docs/catalogue.md', () => {
  test.each<[string, readonly string[]]>([
    ['Networks', NETWORK_IDS],
    ['Criteria', CRITERIA],
    ['Style categories', STYLE_CATEGORIES],
    ['Tables', KEPT_NAMES],
    ['Screens', SCREENS.map(({ name }) => name)],
    ['Formats', TABLE_FORMATS],
  ])('%s: tells of each and of no other', (heading, ids) => {
    expect(told(heading)).toEqual([...ids]);
  });
});

describe.each(NETWORK_IDS)('network %s', (id) => {
  test('has its files, practice pages and saved pages with what must be read in them', () => {
    for (const path of [`lib/networks/${id}.ts`, `lib/networks/sites/${id}.ts`])
      expect(existsSync(join(root, path)), path).toBe(true);
    expect(namesIn(`tests/stand/${id}/page`).length).toBeGreaterThan(0);
    const saved = namesIn('tests/networks/pages').filter((name) => name.startsWith(`${id}-`));
    const pages = saved.filter((name) => name.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(0);
    expect(saved).toEqual(pages.flatMap((name) => [name, name.replace(/html$/, 'json')]).sort());
  });

  test('has an evening of an operator where its pages come with the installation', () => {
    const evenings: Readonly<Record<string, string>> = { vk: 'moderation.spec.ts' };
    if (siteOf(id).access === 'given')
      expect(namesIn('tests/e2e')).toContain(evenings[id] ?? `${id}.spec.ts`);
  });
});

describe('rules', () => {
  test('of moderation say what they must find and what they must leave alone', () => {
    // A rule of words that are never innocent has nothing to leave alone.
    const oneSided = RULES.filter(
      ({ match, miss = [], strength }) =>
        match.length === 0 || (miss.length === 0 && strength === 'probable'),
    );
    expect(oneSided.map(({ id }) => id)).toEqual([]);
    const ids = RULES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('of moderation stand in the file of their criterion', () => {
    const files = new Set(namesIn('lib/moderation/rules').map((name) => name.replace('.ts', '')));
    const wrong = RULES.filter(({ id }) => !files.has(id.split('/')[0] ?? ''));
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  test('of style show a sentence that they find and one that they leave alone', async () => {
    const blind: string[] = [];
    for (const name of namesIn('lib/style/rules')) {
      const { category, rules = [] } = (await import(`../../lib/style/rules/${name}`)) as {
        category?: string;
        rules?: readonly StyleRule[];
      };
      for (const { id, fix = [], hit = [], ok } of rules)
        if (fix.length + hit.length === 0 || ok.length === 0) blind.push(`${category}/${id}`);
    }
    expect(blind).toEqual([]);
  });
});

describe('screens', () => {
  const pictures = namesIn('docs/pictures');

  test.each(SCREENS)('$name has a picture in both themes', ({ name }) => {
    for (const theme of ['light', 'dark'])
      expect(pictures.some((file) => file.endsWith(`-${name}-${theme}.png`))).toBe(true);
  });
});
