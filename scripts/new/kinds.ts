/**
 * What can be added to Vakhta by one command: the files that are made of templates and the lines that
 * lists take. In texts `{id}` is the name as it was given (`my-thing`), `{name}` `myThing`, `{Name}` `MyThing`,
 * `{NAME}` `MY_THING`, `{snake}` `my_thing`, `{letter}` `M`, `{property}` the name as a property is written,
 * `{entry}` a property whose value bears the same name, `{month}` this month (`2026-11`), `{version}` the next
 * version of the database.
 */
export interface Kind {
  /** What it is, for the list of kinds. */
  about: string;
  /** Template in `templates/` → path of the file that is made. */
  files: Readonly<Record<string, string>>;
  lines: readonly Line[];
  /** Tools that must have another look once it is there: name and arguments. */
  after?: readonly (readonly string[])[];
  /** What a person does next. */
  next: readonly string[];
}

/** A line for a list. */
export interface Line {
  file: string;
  /** The line stands before the first one that begins so, with or without its indent … */
  before: string;
  /** … below the first line that holds this. */
  below?: string;
  add: string;
}

/** After the last import of the file; the linter sorts them. */
const imported = (file: string, add: string): Line => ({ file, before: 'import ', add });

/** A word in both languages. */
const named = (file: string, below: string, before: string): Line[] =>
  ['ru', 'en'].map((locale) => ({
    file: `lib/i18n/${locale}/${file}.ts`,
    below,
    before,
    add: "    {property}: '{Name}',",
  }));

const catalogue = (heading: string, cells: string): Line => ({
  file: 'docs/catalogue.md',
  below: `## ${heading}`,
  before: '<!-- end -->',
  add: `| \`{id}\` | ${cells} |`,
});

export const KINDS: Readonly<Record<string, Kind>> = {
  network: {
    about: 'a network: adapter, hosts and addresses, a practice page and a saved one',
    files: {
      'network/site.txt': 'lib/networks/sites/{id}.ts',
      'network/adapter.txt': 'lib/networks/{id}.ts',
      'network/test.txt': 'tests/networks/{id}.test.ts',
      'network/page.html.txt': 'tests/networks/pages/{id}-{month}-thread.html',
      'network/page.json.txt': 'tests/networks/pages/{id}-{month}-thread.json',
      'network/stand-site.txt': 'tests/stand/{id}/site.ts',
      'network/stand-page.txt': 'tests/stand/{id}/page/desktop.ts',
    },
    lines: [
      imported('lib/networks/hosts.ts', "import { {name} } from './sites/{id}';"),
      { file: 'lib/networks/hosts.ts', before: '} satisfies', add: '  {entry},' },
      imported('lib/networks/index.ts', "import { {name} } from './{id}';"),
      {
        file: 'lib/networks/index.ts',
        below: 'const ADAPTERS',
        before: '};',
        add: '  {entry},',
      },
      imported('tests/stand/server.ts', "import { {name}Site } from './{id}/site';"),
      {
        file: 'tests/stand/server.ts',
        before: '} satisfies',
        add: '  {property}: {name}Site,',
      },
      catalogue('Networks', '{Name} | asked | nothing yet'),
    ],
    // The schema of the published registry names every network.
    after: [['vitest', 'run', 'tests/exchange/published.test.ts', '--update']],
    next: [
      'write what you know of its pages into the adapter, with month and source of each selector',
      'say in docs/privacy.md and docs/privacy.en.md what its pages are asked for',
    ],
  },
  criterion: {
    about: 'a criterion of removal: rules with examples, name, look',
    files: { 'criterion/rules.txt': 'lib/moderation/rules/{id}.ts' },
    lines: [
      { file: 'lib/moderation/contract.ts', before: "'custom',", add: "  '{id}'," },
      imported('lib/moderation/rules/index.ts', "import { {NAME} } from './{id}';"),
      { file: 'lib/moderation/rules/index.ts', before: '];', add: '  ...{NAME},' },
      {
        file: 'lib/settings/looks.ts',
        before: 'custom: {',
        add: "  {property}: { letter: '{letter}', hue: 100, lines: 'underline', shape: 'single', thickness: 2 },",
      },
      ...named('common', 'criterion: {', 'custom:'),
      ...named('settings', 'about: {', 'custom:').map((line) => ({
        ...line,
        add: "      {property}: '{Name}',",
      })),
      catalogue('Criteria', '{Name}'),
    ],
    next: [
      'write rules with what they must find and what they must leave alone, then npm run rules',
      'choose its letter and hue in lib/settings/looks.ts, and a ground for it in the regulation',
      'npm run evaluate: no civil complaint may be flagged',
    ],
  },
  category: {
    about: 'a category of style: rules with examples and replacements, name',
    files: { 'category/rules.txt': 'lib/style/rules/{id}.ts' },
    lines: [
      {
        file: 'lib/style/contract.ts',
        before: '// The body',
        add: "  '{snake}',",
      },
      ...named('drafting', 'category: {', 'own:').map((line) => ({
        ...line,
        add: "    {snake}: '{Name}',",
      })),
      catalogue('Style categories', '{Name}'),
    ],
    next: ['write rules with sentences before and after, then npm run rules'],
  },
  table: {
    about: 'a table of the registry that people keep',
    files: {
      'table/table.txt': 'lib/registry/{id}.ts',
      'table/test.txt': 'tests/registry/{id}.test.ts',
    },
    lines: [
      imported('lib/registry/kept.ts', "import { {name}Schema } from './{id}';"),
      {
        file: 'lib/registry/kept.ts',
        below: 'KEPT_TABLES = {',
        before: '} as const',
        add: '  {name}: {name}Schema,',
      },
      imported('lib/registry/database.ts', "import type { {Name} } from './{id}';"),
      {
        file: 'lib/registry/database.ts',
        below: 'declare identity',
        before: '',
        add: '  declare {name}: Table<{Name}, string>;',
      },
      {
        file: 'lib/registry/database.ts',
        below: 'constructor(',
        before: '  }',
        add: "    this.version({version}).stores({ {name}: 'id' });",
      },
      catalogue('Tables', 'people, in the dashboard'),
    ],
    next: [
      'say what a row holds, and what is looked for by an index',
      'raise ROWS_VERSION in lib/exchange/backup/format.ts when the table is released',
    ],
  },
  screen: {
    about: 'a screen of the dashboard: menu, address, words',
    files: {
      'screen/screen.txt': 'components/{id}/{Name}Screen.tsx',
      'screen/words.txt': 'lib/i18n/ru/{id}.ts',
      'screen/words-en.txt': 'lib/i18n/en/{id}.ts',
      'screen/test.txt': 'tests/components/{id}.test.tsx',
    },
    lines: [
      {
        file: 'components/dashboard/screens.ts',
        before: "{ name: 'settings'",
        add: "  { name: '{name}', path: '/{id}' },",
      },
      imported(
        'components/dashboard/Dashboard.tsx',
        "import { {Name}Screen } from '../{id}/{Name}Screen';",
      ),
      {
        file: 'components/dashboard/Dashboard.tsx',
        below: 'const ROOMS',
        before: 'settings: {',
        add: '  {name}: { icon: IconHome, screen: {Name}Screen },',
      },
      imported('lib/i18n/index.ts', "import { {name} as {name}En } from './en/{id}';"),
      imported('lib/i18n/index.ts', "import { {name} } from './ru/{id}';"),
      { file: 'lib/i18n/index.ts', below: 'const ru = {', before: '};', add: '  {name},' },
      {
        file: 'lib/i18n/index.ts',
        below: 'const en: Messages = {',
        before: '};',
        add: '  {name}: {name}En,',
      },
      ...['ru', 'en'].map((locale) => ({
        file: `lib/i18n/${locale}/dashboard.ts`,
        below: 'nav: {',
        before: 'settings:',
        add: "    {name}: '{Name}',",
      })),
      {
        file: 'components/help/screen-help.ts',
        below: 'export const SCREEN_HELP',
        before: 'settings: {',
        add: "  {name}: { guide: 'Первый день', keys: [] },",
      },
      ...['ru', 'en'].map((locale) => ({
        file: `lib/i18n/${locale}/help.ts`,
        below: 'about: {',
        before: 'settings:',
        add: "    {name}: '{Name}. {Name}.',",
      })),
      { ...catalogue('Screens', '`/{id}`'), before: '| `settings`' },
    ],
    next: [
      'choose an icon in components/dashboard/Dashboard.tsx and write the words, those of its help too',
      'npm run pictures: a test asks for the picture of every screen',
    ],
  },
  export: {
    about: 'a format in which every table can be saved',
    files: {
      'export/writer.txt': 'lib/exchange/{id}.ts',
      'export/test.txt': 'tests/exchange/{id}.test.ts',
    },
    lines: [
      imported('lib/exchange/formats.ts', "import { write{Name} } from './{id}';"),
      { file: 'lib/exchange/formats.ts', before: '} satisfies', add: '  {property}: write{Name},' },
      ...['ru', 'en'].map((locale) => ({
        file: `lib/i18n/${locale}/table.ts`,
        below: 'format: {',
        before: '} satisfies',
        add: "    {property}: '{Name}',",
      })),
      catalogue('Formats', '{Name}'),
    ],
    next: ['write the format; the id is the ending of the file’s name'],
  },
};
