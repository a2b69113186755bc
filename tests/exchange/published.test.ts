import Ajv from 'ajv/dist/2020.js';
import { Window } from 'happy-dom';
import Papa from 'papaparse';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import {
  type PublishedRegistry,
  publishedJsonSchema,
  publishedRegistry,
} from '../../lib/exchange/published/data';
import {
  PUBLISHED_FORMATS,
  type PublishedFormat,
  publishedFile,
} from '../../lib/exchange/published/files';
import { publicAccounts } from '../../lib/registry/published';
import { KUZBASS } from '../../lib/regulation/profile';
import { accountWith, bodyWith } from '../registry/tables';

/** Written anew by `vitest --update`, for whoever reads the data. */
const SCHEMA_FILE = '../../docs/published-registry.schema.json';
const HOSTILE = '</h1><script>alert(1)</script><img src=x onerror="alert(1)">=1+1';

const government = bodyWith({ name: 'Правительство' });
const ministry = bodyWith({ name: 'Министерство & Ко', parent: government.id });
const first = accountWith(government.id, {
  name: 'Правительство',
  network: 'ok',
  created: '2020-02-14',
});
const second = accountWith(government.id, { name: 'Правительство' });
const hostile = accountWith(ministry.id, { name: HOSTILE, address: 'javascript:alert(1)' });
const closed = accountWith(ministry.id, {
  name: 'Закрытый',
  status: 'deleted',
  deleted: '2026-11-01',
});
const bodies = [ministry, government];
const now = publicAccounts(bodies, [hostile, first, second, closed]);

const registryOf = (accounts = now, last?: Parameters<typeof publishedRegistry>[1]) =>
  publishedRegistry(accounts, last, KUZBASS, '2026-11-24');
const textOf = async (registry: PublishedRegistry, format: PublishedFormat) =>
  (await publishedFile(registry, format, 'ru')).text();

async function documentOf(registry: PublishedRegistry, format: 'page' | 'fragment' = 'page') {
  const window = new Window();
  window.document.write(await textOf(registry, format));
  return window.document;
}

async function rowsOf(registry: PublishedRegistry, format: 'csv' | 'xlsx'): Promise<unknown[][]> {
  const file = await publishedFile(registry, format, 'ru');
  if (format === 'csv') {
    const text = (await file.text()).replace(/^\uFEFF/, '');
    return Papa.parse<string[]>(text, { delimiter: ';', skipEmptyLines: true }).data;
  }
  const [sheet] = await readXlsxFile(Buffer.from(await file.arrayBuffer()), { trim: false });
  return sheet?.data ?? [];
}

describe('what is for everyone', () => {
  test('accounts stand by body as in the tree, deleted ones do not', () => {
    expect(now.map(({ id }) => id)).toEqual([second.id, first.id, hostile.id]);
    expect(now[2]?.bodies).toEqual(['Правительство', 'Министерство & Ко']);
  });

  test('nothing private is in any file, whatever is private', async () => {
    const canary = (name: string) => `КАНАРЕЙКА-${name}`;
    const body = bodyWith({ name: 'Открытый орган', site: canary('site'), note: canary('body') });
    const account = accountWith(body.id, {
      name: 'Открытое имя',
      key: canary('key'),
      owner: canary('owner'),
      note: canary('note'),
      responsible: [
        { name: canary('person'), position: canary('position'), contact: canary('contact') },
      ],
      access: [{ name: canary('access'), role: canary('role') }],
      seen: '1999-01-01T00:00:00.000Z',
      broken: '1998-01-01T00:00:00.000Z',
    });
    // As if the registry's rows had grown a field.
    const grown = { ...account, secret: canary('new') };
    const old = publicAccounts([body], [{ ...grown, name: 'Прежнее имя' }]);
    const registry = registryOf(publicAccounts([body], [grown]), {
      day: '2026-11-01',
      accounts: old,
    });
    for (const format of PUBLISHED_FORMATS) {
      const file = await publishedFile(registry, format, 'ru');
      const text =
        format === 'xlsx' ? JSON.stringify(await rowsOf(registry, 'xlsx')) : await file.text();
      expect(text, format).not.toMatch(/КАНАРЕЙКА|199[89]/);
      if (format !== 'schema') expect(text, format).toContain('Открытое имя');
    }
  });

  test('what is different since the last publication is told once', () => {
    const gone = { ...now[0], id: closed.id, name: 'Закрытый' } as (typeof now)[number];
    const [kept, renamed] = now as [(typeof now)[number], (typeof now)[number]];
    const accounts = [kept, { ...renamed, name: 'Прежнее имя' }, gone];
    const { changes } = registryOf(now, { day: '2026-11-01', accounts });
    expect(changes?.added.map(({ id }) => id)).toEqual([hostile.id]);
    expect(changes?.removed.map(({ id }) => id)).toEqual([closed.id]);
    expect(changes?.changed).toMatchObject([
      { account: { id: first.id }, before: { name: 'Прежнее имя' }, fields: ['name'] },
    ]);
    expect(registryOf().changes).toBe(null);
  });
});

describe('the page', () => {
  test.each(['page', 'fragment'] as const)('%s runs nothing and says all as text', async (kind) => {
    const document = await documentOf(registryOf(), kind);
    expect(document.querySelectorAll('script, img, iframe, link')).toHaveLength(0);
    expect(document.querySelectorAll('style')).toHaveLength(kind === 'page' ? 1 : 0);
    expect(document.querySelector('[href^="javascript"]')).toBe(null);
    const rows = [...document.querySelectorAll('tbody th[scope="row"]')];
    expect(rows.map((row) => row.textContent)).toEqual(['Правительство', 'Правительство', HOSTILE]);
    expect(document.querySelectorAll('time')[0]?.textContent).toBe('24 ноября 2026 г.');
    expect(document.querySelector('h1, h2')?.tagName).toBe(kind === 'page' ? 'H1' : 'H2');
    expect(document.body.textContent).toContain('3 аккаунта, 2 органа.');
    expect(document.body.textContent).toContain(`пункту ${KUZBASS.publishing.clause}.`);
  });

  test('tells what has changed since the page before', async () => {
    const last = { day: '2026-11-01', accounts: now.map((one) => ({ ...one, created: null })) };
    const document = await documentOf(registryOf(now.slice(0, 2), last));
    const [title] = [...document.querySelectorAll('h2')];
    expect(title?.textContent).toBe('Что изменилось с 1 ноября 2026 г.');
    const lines = [...document.querySelectorAll('li')].map((line) => line.textContent);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain('день создания (было: нет данных)');
    expect(lines[1]).toContain(HOSTILE);
  });
});

describe('tables and data', () => {
  test('CSV and Excel hold the same rows, and no cell is a formula', async () => {
    const last = { day: '2026-11-01', accounts: now.slice(1) };
    const registry = registryOf(
      now.map((account, place) => (place === 0 ? { ...account, name: '=1+1' } : account)),
      last,
    );
    const csv = await rowsOf(registry, 'csv');
    const xlsx = await rowsOf(registry, 'xlsx');
    expect(csv[0]).toEqual(xlsx[0]);
    expect(csv[0]?.at(-1)).toBe('Изменилось с 1 ноября 2026 г.');
    expect(csv[1]).toEqual([
      'Правительство',
      '',
      "'=1+1",
      'ВКонтакте',
      second.address,
      '',
      '2026-11-24',
      'добавлен',
    ]);
    expect(xlsx[1]?.[2]).toBe('=1+1');
    const plain = (row: unknown[]) => row.map((cell) => String(cell ?? '').replace(/^'=/, '='));
    expect(xlsx.map(plain)).toEqual(csv.map(plain));
    expect(csv).toHaveLength(4);
  });

  test('the data are what the schema in docs says', async () => {
    const schema = publishedJsonSchema();
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(SCHEMA_FILE);
    expect(JSON.parse(await textOf(registryOf(), 'schema'))).toEqual(schema);

    // Formats come with patterns of their own, which are checked.
    const check = new Ajv({ strict: true, validateFormats: false }).compile(schema);
    const last = {
      day: '2026-11-01',
      accounts: now.slice(1).map((one) => ({ ...one, name: 'Было' })),
    };
    for (const registry of [registryOf(), registryOf(now, last)]) {
      const data = JSON.parse(await textOf(registry, 'json'));
      expect(check(data), JSON.stringify(check.errors)).toBe(true);
      expect(data.accounts).toEqual(now);
    }
    const data = JSON.parse(await textOf(registryOf(), 'json'));
    expect(check({ ...data, note: 'лишнее' })).toBe(false);
    expect(check({ ...data, asOf: '24.11.2026' })).toBe(false);
    expect(check({ ...data, accounts: [{ ...data.accounts[0], contact: '+7' }] })).toBe(false);
  });
});
