import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { messagesOf } from '../../lib/i18n';
import { CRITERIA } from '../../lib/moderation/contract';
import { chordLabel } from '../../lib/settings/chord';
import { MANAGED_NAMES } from '../../lib/settings/managed';
import { DEFAULT_KEYS, DEFAULT_SETTINGS, KEY_ACTIONS } from '../../lib/settings/settings';
import config from '../../wxt.config';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const under = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name).replaceAll('\\', '/');
    return entry.isDirectory() ? under(path) : [path];
  });

const DOCUMENTS = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...under('docs').filter((path) => path.endsWith('.md')),
];
const files = ['components', 'entrypoints', 'lib', 'scripts', 'tests', 'public', 'docs'].flatMap(
  under,
);
const names = new Set(files.map((path) => basename(path)));

/** Words between backticks, blocks of code left out. */
const coded = (text: string): string[] =>
  [...text.replace(/```.*?```/gs, '').matchAll(/`([^`]+)`/g)].map(([, words = '']) =>
    words.replace(/\s+/g, ' '),
  );

/** Files that are no part of the project: a build’s, a browser’s, an administrator’s. */
const NOT_OURS =
  /^(?:\.output\/|\.cache\/|release\/|\/etc\/|policies\.json$|vakhta\.json$|model\.json$)/;
/** Pages of the extension, by the name that they are built under. */
const BUILT = /^(?:dashboard|guide|popup|sidepanel|welcome)\.html\b/;

/** Whether something like a path in a document leads to a file or a folder of the project. */
function leadsSomewhere(path: string, document: string): boolean {
  if (path.includes('*')) {
    const like = new RegExp(
      `^${path.replaceAll('.', '\\.').replaceAll('**/', '(?:.+/)?').replaceAll('*', '[^/]*')}$`,
    );
    return files.some((file) => like.test(file));
  }
  if (!path.includes('/')) return names.has(path) || existsSync(join(root, path));
  return existsSync(join(root, path)) || existsSync(join(root, dirname(document), path));
}

describe.each(DOCUMENTS)('%s', (document) => {
  const text = read(document);

  test('its links lead to what is there', () => {
    const targets = [...text.matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g)].map(
      ([, target = '']) => target,
    );
    const lost = targets.filter(
      (target) => !existsSync(join(root, normalize(join(dirname(document), target)))),
    );
    expect(lost).toEqual([]);
  });

  test('its paths are there', () => {
    const paths = coded(text)
      .filter((words) => !/[\s<>{}=]/.test(words) && !NOT_OURS.test(words) && !BUILT.test(words))
      .filter(
        (words) =>
          /^[\w./*-]+\.(?:tsx?|mjs|jsonc?|md|html|png|css)$/.test(words) ||
          /^(?:components|docs|entrypoints|lib|public|scripts|tests)\//.test(words),
      );
    expect(paths.filter((path) => !leadsSomewhere(path, document))).toEqual([]);
  });

  test('its commands are there', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const said = [...text.matchAll(/\bnpm (?:run (?:--silent )?([\w:-]+)|(start|test)\b)/g)].map(
      ([, run, short]) => run ?? short ?? '',
    );
    expect(said.filter((name) => !(name in scripts))).toEqual([]);
  });
});

test('every command is told of in README or CONTRIBUTING', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const told = read('README.md') + read('CONTRIBUTING.md');
  const untold = Object.keys(scripts).filter(
    (name) => !new RegExp(`\\bnpm (?:run )?(?:--silent )?${name}(?![\\w:-])`).test(told),
  );
  expect(untold).toEqual([]);
});

/** All strings of the interface; what a function says is asked with a sample of what it is given. */
function wordsIn(messages: unknown): string[] {
  if (typeof messages === 'string') return [messages];
  if (typeof messages === 'function') {
    try {
      return [String((messages as (...given: unknown[]) => unknown)(1, 1, 1, 1))];
    } catch {
      return [];
    }
  }
  if (typeof messages !== 'object' || messages === null) return [];
  return Object.values(messages).flatMap(wordsIn);
}

/** What stands between «» and is no word of ours. */
const QUOTED: Readonly<Record<string, string>> = {
  'В свой браузер': 'a heading of README',
  'Режим разработчика': 'the browsers',
  'Загрузить распакованное расширение': 'the browsers',
  'Загрузить временное дополнение…': 'Firefox',
  'Обновить политики': 'the browsers',
  'движение перекрыто': 'an example of a draft',
  Нравится: 'a network',
  '!': 'the badge',
  'Состав сборки': 'a step of npm test',
};

describe('names of buttons, screens and signs', () => {
  const interfaceWords = wordsIn(messagesOf('ru')).join('\n');
  const telling = [
    'README.md',
    'docs/guide.ru.md',
    'docs/administrators.ru.md',
    'docs/privacy.md',
    'docs/ledger.md',
  ];

  test.each(telling)('in %s are those of the interface', (document) => {
    const text = read(document)
      .replace(/```.*?```/gs, '')
      .replace(/\s+/g, ' ');
    const said = [...text.matchAll(/«([^«»]+)»/g)].map(([, words = '']) => words);
    expect(said.length).toBeGreaterThan(0);
    expect(said.filter((words) => !(words in QUOTED) && !interfaceWords.includes(words))).toEqual(
      [],
    );
  });

  test('no other word is let through for nothing', () => {
    const told = telling.map((path) => read(path).replace(/\s+/g, ' ')).join('');
    expect(Object.keys(QUOTED).filter((words) => !told.includes(`«${words}»`))).toEqual([
      'Состав сборки',
    ]);
  });
});

describe('keys', () => {
  const label = (action: keyof typeof DEFAULT_KEYS) =>
    chordLabel(DEFAULT_KEYS[action], 'en').join('+');
  const guide = read('docs/guide.ru.md');

  test('of comments: the guide’s table has each and no other', () => {
    const [, table = ''] =
      /\| клавиша \|[^\n]*\n\| --- [^\n]*\n((?:\|[^\n]*\n)+)/.exec(guide) ?? [];
    const told = [...table.matchAll(/^\| ([^|]+) \|/gm)].flatMap(([, keys = '']) =>
      keys.split(', '),
    );
    const ofComments = KEY_ACTIONS.filter((action) => !action.endsWith('Remark'));
    const pressed = ofComments.map((action) => (action === 'help' ? '?' : label(action)));
    expect(told.sort()).toEqual([...pressed, '1–9'].sort());
  });

  test('of drafts are told of', () => {
    for (const action of KEY_ACTIONS.filter((one) => one.endsWith('Remark')))
      expect(guide).toContain(DEFAULT_KEYS[action].replace('Key', ''));
  });
});

describe('figures', () => {
  test('versions of the browsers', async () => {
    const { manifest } = config;
    if (typeof manifest !== 'function') throw new Error('the manifest is made for each browser');
    const of = (browser: string) =>
      manifest({ browser, command: 'build', manifestVersion: 3, mode: 'production' });
    const { minimum_chrome_version: chromium = '' } = await of('chrome');
    const firefox =
      (await of('firefox')).browser_specific_settings?.gecko?.strict_min_version ?? '';
    for (const document of ['README.md', 'docs/browsers.md']) {
      expect(read(document)).toContain(`Chromium ${chromium}`);
      expect(read(document)).toMatch(new RegExp(`Firefox\\W+${Number.parseFloat(firefox)}\\+`));
    }
  });

  test('the version of Node', () => {
    const { engines } = JSON.parse(read('package.json')) as { engines: { node: string } };
    expect(read('README.md')).toContain(`${engines.node.replace('>=', '')} или новее`);
  });

  test('the term of personal data', () => {
    const { retentionMonths } = DEFAULT_SETTINGS;
    expect(read('docs/privacy.md')).toContain(`сначала ${retentionMonths} месяцев`);
    expect(read('docs/ledger.md')).toContain(`${retentionMonths} months unless set otherwise`);
  });
});

test('the administrator’s page tells of each setting and each criterion', () => {
  const text = read('docs/administrators.ru.md');
  const told = [...text.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
  expect(told).toEqual(MANAGED_NAMES);
  expect(text).toContain(`Критерии: ${CRITERIA.map((one) => `\`${one}\``).join(', ')}.`);
});

describe('pictures', () => {
  const pictures = under('docs/pictures').map((path) => basename(path));

  test('stand in both themes and are those that npm run pictures takes', () => {
    const of = (theme: string) =>
      pictures
        .filter((name) => name.endsWith(`-${theme}.png`))
        .map((name) => name.replace(`-${theme}.png`, ''));
    expect(of('dark').sort()).toEqual(of('light').sort());
    expect(of('dark').length * 2).toBe(pictures.length);
    const script = read('scripts/pictures.ts') + read('components/dashboard/screens.ts');
    const taken = (name: string) =>
      new RegExp(`\\b${name.replace(/^(?:full|dashboard)-/, '')}\\b`).test(script);
    expect(of('light').filter((name) => !taken(name))).toEqual([]);
  });

  test('in documents are no mere stubs', () => {
    for (const name of pictures)
      expect(statSync(join(root, 'docs/pictures', name)).size, name).toBeGreaterThan(2_000);
  });
});
