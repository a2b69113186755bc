import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const under = (...folders: string[]): string[] =>
  folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(root.length + 1)
          .replaceAll('\\', '/'),
      ),
  );
const sources = under('components', 'lib', 'entrypoints', 'scripts').filter((path) =>
  /\.(?:tsx?|mjs)$/.test(path),
);
/** The code without comments, and without what is said to developers. */
const code = (path: string) =>
  read(path)
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/(^|\s)\/\/[^\n]*/g, '')
    .replace(/console\.error\([^)]*\)|throw new Error\([^)]*\)/g, '');

/**
 * Where Russian stands outside `lib/i18n`, and why. Rooms of rules and of markup speak it by trade; what
 * people are told there is a rule's own sentence, which its examples prove.
 */
const SPEAKS_RUSSIAN: Readonly<Record<string, string>> = {
  'lib/i18n/': 'the words themselves',
  'lib/moderation/': 'rules',
  'lib/style/': 'rules',
  'lib/language/': 'letters and endings',
  'lib/networks/': 'labels of the networks’ own controls, names of networks',
  'lib/regulation/kuzbass.ts': 'the regulation, which is a file that can be changed',
  'lib/exchange/example/': 'the invented registry',
  'lib/exchange/first-names.ts': 'names by which a third person is known in a text',
  'lib/exchange/masking.ts': 'endings of patronymics and surnames',
  'lib/exchange/notice-letter.ts': 'an abbreviation that official letters spell out',
  'lib/registry/account-import': 'headings of people’s tables',
  'lib/registry/words.ts': 'words that a search leaves out',
  'lib/background/visits.ts': 'an ending of addresses',
  'lib/page/draft/check.ts': 'a sentence that warms the engine up and is shown to nobody',
  'components/draft/press-release.ts': 'what press releases are made of',
  'components/draft/sample.ts': 'a sample to be checked',
  'components/welcome/material.ts': 'comments and a draft to practise on',
  'components/help/screen-help.ts': 'headings of the guide, which are its addresses',
  'components/panel/Panel.tsx': 'a heading of the guide, which is its address',
  'components/settings/SettingsScreen.tsx': 'each language by its own name',
};

describe('words for people', () => {
  test('stand in lib/i18n, save what is listed with its reason', () => {
    const speaking = sources
      .filter((path) => !path.startsWith('scripts/'))
      .filter((path) => /[а-яё]{2}/i.test(code(path)));
    const isAllowed = (path: string) =>
      Object.keys(SPEAKS_RUSSIAN).some((known) => path.startsWith(known));
    expect(speaking.filter((path) => !isAllowed(path))).toEqual([]);
    const idle = Object.keys(SPEAKS_RUSSIAN).filter(
      (known) => !speaking.some((path) => path.startsWith(known)),
    );
    expect(idle).toEqual([]);
  });

  test('no component says anything in a text of its own', () => {
    const said = sources
      .filter((path) => path.endsWith('.tsx'))
      .flatMap((path) => {
        const attributes =
          /\b(?:aria-label|title|label|placeholder|alt|description|hint)="(?!https:)[^"]*\p{L}{2}[^"]*"/gu;
        const texts = /<(?:Text|Title|Button|p|span|h\d|li|b)\b[^<>{}]*>\s*\p{L}{2}[^<>{}]*</gu;
        return [...code(path).matchAll(attributes), ...code(path).matchAll(texts)].map(
          ([found]) => `${path}: ${found}`,
        );
      });
    expect(said).toEqual([]);
  });
});

describe('files', () => {
  test('are named by what is in them', () => {
    const vague = [...sources, ...under('tests')].filter((path) =>
      /(?:^|[/\-_.])(?:utils?|helpers?|managers?|misc|common)(?=[/\-_.])/i.test(path),
    );
    // Words that several screens say.
    expect(vague.sort()).toEqual(['lib/i18n/en/common.ts', 'lib/i18n/ru/common.ts']);
  });

  /** Longer than a reader holds, and why; rules and lists of samples are data and have no limit. */
  const LONG: Readonly<Record<string, number>> = {
    // One network with seven generations of markup.
    'lib/networks/vk.ts': 950,
    // One judgement, whose steps share the places found.
    'lib/moderation/engine.ts': 720,
  };

  test('are short enough to be read, or are known to be long', () => {
    const isData = (path: string) => /\/rules\/|civil-/.test(path);
    const long = sources
      .filter((path) => !isData(path))
      .map((path) => ({ path, lines: read(path).split('\n').length }))
      .filter(({ path, lines }) => lines > (LONG[path] ?? 600));
    expect(long).toEqual([]);
  });
});

describe('styles', () => {
  const modules = under('components').filter((path) => path.endsWith('.module.css'));
  const users = sources.filter((path) => path.endsWith('.tsx'));

  test.each(modules)('%s: every class is used, and every class that is used is there', (path) => {
    const known = new Set(
      [
        ...read(path)
          .replace(/\/\*.*?\*\//gs, '')
          .matchAll(/\.([a-z]\w*)(?=[^{}]*\{)/gi),
      ].map(([, name]) => name),
    );
    const used = new Set<string | undefined>();
    let wholesale = false;
    for (const user of users)
      for (const [, local = '', target = ''] of read(user).matchAll(
        /import (\w+) from '(\.[^']+\.module\.css)'/g,
      )) {
        if (normalize(join(dirname(user), target)) !== normalize(path)) continue;
        for (const [, name] of read(user).matchAll(new RegExp(`\\b${local}\\.(\\w+)`, 'g')))
          if (name !== 'module') used.add(name);
        wholesale ||= new RegExp(`\\b${local}\\[`).test(read(user));
      }
    expect([...used].filter((name) => !known.has(name))).toEqual([]);
    if (!wholesale) expect([...known].filter((name) => !used.has(name))).toEqual([]);
  });
});
