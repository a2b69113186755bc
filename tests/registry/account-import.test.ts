import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { planImport } from '../../lib/registry/account-import';
import { guessColumns, headRowOf, networkNamed } from '../../lib/registry/account-import-columns';
import { type Account, listAccounts } from '../../lib/registry/accounts';
import { type Body, listBodies } from '../../lib/registry/bodies';
import { Registry } from '../../lib/registry/database';
import { RegistryDesk } from '../../lib/registry/desk';
import { accountWith, bodyWith } from './tables';

const HEAD = ['Орган', 'Вышестоящий', 'Ссылка', 'Название', 'Состояние', 'Создан', 'Удалён', 'ФИО'];

const planOf = (
  rows: readonly (readonly string[])[],
  known: { bodies?: Body[]; accounts?: Account[] } = {},
  head: readonly string[] = HEAD,
) =>
  planImport(
    rows,
    2,
    head,
    guessColumns(head),
    { bodies: known.bodies ?? [], accounts: known.accounts ?? [] },
    { kind: 'body', carryBody: true },
  );
const told = (plan: ReturnType<typeof planOf>) =>
  plan.items.map(({ row, outcome, address, fault }) =>
    fault ? `${row} ${fault.reason} ${fault.value}` : `${row} ${outcome} ${address}`,
  );
const accountsIn = (plan: ReturnType<typeof planOf>) =>
  plan.deeds.flatMap((deed) => ('put' in deed && deed.table === 'accounts' ? [deed.put] : []));

describe('headings', () => {
  test.each([
    ['Наименование органа', 'body'],
    ['Орган исполнительной власти', 'body'],
    ['Вышестоящая организация', 'parent'],
    ['Ссылка на аккаунт в социальной сети', 'link'],
    ['Социальная сеть', 'network'],
    ['Название аккаунта', 'name'],
    ['Статус', 'status'],
    ['Дата создания', 'created'],
    ['Дата удаления', 'deleted'],
    ['Когда открыли', 'created'],
    ['Когда закрыли', 'deleted'],
    ['Ответственный за ведение', 'person'],
    ['Должность ответственного', 'position'],
    ['Телефон ответственного', 'contact'],
    ['Адрес электронной почты', 'contact'],
    ['Администраторы аккаунта', 'access'],
    ['Примечание', 'note'],
    ['ВКонтакте', 'link'],
    ['Официальный сайт', null],
    ['Telegram', null],
    ['№ п/п', null],
    ['', null],
  ])('«%s» is %s', (heading, field) => {
    expect(guessColumns([heading])).toEqual([field]);
  });

  test('links may stand in several columns, anything else in one', () => {
    expect(guessColumns(['Орган', 'ВК', 'ОК', 'Название', 'Наименование'])).toEqual([
      'body',
      'link',
      'link',
      'name',
      null,
    ]);
  });

  test('stand below a title', () => {
    expect(headRowOf([['Реестр аккаунтов на 1 ноября'], [''], HEAD, ['Школа']])).toBe(2);
    expect(headRowOf([[''], ['а', 'б'], ['в', 'г']])).toBe(1);
  });

  test.each([
    ['ВК', 'vk'],
    ['Одноклассники', 'ok'],
    ['X (Твиттер)', 'x'],
    ['instagram', 'instagram'],
    ['ВК и ОК', null],
    ['экран', null],
  ])('«%s» names %s', (text, network) => {
    expect(networkNamed(text)).toBe(network);
  });
});

describe('what becomes of a row', () => {
  test('bodies are made by name with what they are subordinate to, once', () => {
    const plan = planOf([
      ['Школа «Заря»', 'Управление образования', 'vk.com/zarya'],
      ['', '', 'https://ok.ru/group/5'],
      ['школа заря', '', 'x.com/zarya'],
      ['Управление образования', '', ''],
    ]);
    expect(told(plan)).toEqual([
      '2 new https://vk.com/zarya',
      '3 new https://ok.ru/group/5',
      '4 new https://x.com/zarya',
      '5 same ',
    ]);
    expect(plan.bodies.map(({ name }) => name)).toEqual(['Управление образования', 'Школа «Заря»']);
    expect(plan.bodies[1]?.parent).toBe(plan.bodies[0]?.id);
    expect(new Set(accountsIn(plan).map(({ body }) => body))).toEqual(
      new Set([plan.bodies[1]?.id]),
    );
    expect(accountsIn(plan)[0]?.name).toBe('Школа «Заря»');
  });

  test('what stands in the registry is changed only where the file says another thing', () => {
    const body = bodyWith({ name: 'Школа' });
    const account = accountWith(body.id, {
      key: 'zarya',
      address: 'https://vk.com/zarya',
      name: 'Заря',
      note: 'осталось',
      created: '2020-01-01',
    });
    const known = { bodies: [body], accounts: [account] };
    const row = (...cells: string[]) => ['Школа', '', 'm.vk.com/zarya?z=1', ...cells];
    expect(told(planOf([row('')], known))).toEqual(['2 same https://vk.com/zarya']);
    expect(planOf([row('')], known).deeds).toEqual([]);
    const changed = planOf([row('Новая заря', 'закрыт', '', '24.11.2026', 'Иванова')], known);
    expect(changed.items[0]?.changes).toEqual(['name', 'status', 'deleted', 'responsible']);
    expect(accountsIn(changed)).toEqual([
      {
        ...account,
        name: 'Новая заря',
        status: 'deleted',
        deleted: '2026-11-24',
        responsible: [{ name: 'Иванова', position: '', contact: '' }],
      },
    ]);
  });

  test('a numbered link finds the account that a visit has given its number', () => {
    const body = bodyWith({ name: 'Школа' });
    const account = accountWith(body.id, { key: 'zarya', owner: '-100' });
    const plan = planOf([['', '', 'vk.com/club100']], { bodies: [body], accounts: [account] });
    expect(told(plan)).toEqual([`2 same ${account.address}`]);
  });

  test.each([
    ['link', ['Школа', '', 'https://t.me/zarya'], 'https://t.me/zarya'],
    ['bare', ['Школа', '', 'zarya'], 'zarya'],
    ['no-link', ['', '', '', 'Заря'], ''],
    ['status', ['Школа', '', 'vk.com/zarya', '', 'так себе'], 'так себе'],
    ['day', ['Школа', '', 'vk.com/zarya', '', '', '31.02.2026'], '31.02.2026'],
    ['day', ['Школа', '', 'vk.com/zarya', '', '', 'весной'], 'весной'],
    [
      'deleted-before',
      ['Школа', '', 'vk.com/zarya', '', '', '2026-01-02', '01.01.2026'],
      '01.01.2026',
    ],
    ['parent', ['Школа', 'школа', 'vk.com/zarya'], 'школа'],
    ['too-long', ['Школа', '', 'vk.com/zarya', 'а'.repeat(501)], 'name'],
  ])('%s', (reason, row, value) => {
    const plan = planOf([row]);
    expect(told(plan)).toEqual([`2 ${reason} ${value}`]);
    // A row that is refused leaves nothing behind.
    expect(plan.deeds).toEqual([]);
  });

  test('no body at all, a link of another network, two rows at odds, a circle', () => {
    expect(told(planOf([['', '', 'vk.com/zarya']]))).toEqual(['2 no-body ']);
    const head = ['Орган', 'Социальная сеть', 'Ссылка', 'Название', 'Подчиняется'];
    const plan = planOf(
      [
        ['Школа', 'Одноклассники', 'vk.com/zarya', ''],
        ['Школа', 'ВК', '@zarya', 'Заря'],
        ['Школа', 'ВК', 'vk.com/zarya', 'Заря'],
        ['Школа', 'ВК', 'vk.com/zarya', 'Закат'],
        ['А', '', 'vk.com/aaa', '', 'Б'],
        ['Б', '', 'vk.com/bbb', '', 'А'],
      ],
      {},
      head,
    );
    expect(told(plan)).toEqual([
      '2 network vk.com/zarya',
      '3 new https://vk.com/zarya',
      '4 same https://vk.com/zarya',
      '5 twice 3',
      '6 new https://vk.com/aaa',
      '7 parent А',
    ]);
  });

  test('a column a network and several people in a cell', () => {
    const head = ['Орган', 'ВК', 'Одноклассники', 'Ответственный', 'Должность', 'Доступ'];
    const plan = planOf(
      [
        [
          'Школа',
          'zarya',
          'https://ok.ru/zarya\nhttps://ok.ru/zakat',
          'Иванова А. А.; Петров П. П.',
          'директор; методист',
          'Сидорова (администратор); Ким — редактор',
        ],
      ],
      {},
      head,
    );
    expect(told(plan)).toEqual([
      '2 new https://vk.com/zarya',
      '2 new https://ok.ru/zarya',
      '2 new https://ok.ru/zakat',
    ]);
    expect(accountsIn(plan)[0]).toMatchObject({
      responsible: [
        { name: 'Иванова А. А.', position: 'директор', contact: '' },
        { name: 'Петров П. П.', position: 'методист', contact: '' },
      ],
      access: [
        { name: 'Сидорова', role: 'администратор' },
        { name: 'Ким', role: 'редактор' },
      ],
    });
  });

  test('hostile cells are text and nothing else', () => {
    const hostile = '=HYPERLINK("javascript:alert(1)")<script>__proto__';
    const plan = planOf([[hostile, '__proto__', 'vk.com/zarya', 'constructor', '']]);
    expect(plan.bodies.map(({ name }) => name)).toEqual(['__proto__', hostile]);
    expect(told(planOf([['Школа', '', 'javascript:alert(1)']]))).toEqual([
      '2 link javascript:alert(1)',
    ]);
  });
});

test('the whole file goes into the registry at once, and out of it again', async () => {
  const registry = new Registry('account-import');
  const rows = Array.from({ length: 40 }, (_, n) => [
    `Школа № ${n % 10}`,
    'Управление',
    `vk.com/school_${n}`,
  ]);
  const plan = planOf(rows);
  const by = { operator: 'Анна', now: Date.UTC(2026, 10, 24), today: '2026-11-24' };
  const desk = new RegistryDesk(registry);
  const back = await desk.apply(plan.deeds, by);
  expect(await listAccounts(registry)).toHaveLength(40);
  expect(await listBodies(registry)).toHaveLength(11);
  const again = planOf(rows, {
    bodies: await listBodies(registry),
    accounts: await listAccounts(registry),
  });
  expect(new Set(again.items.map(({ outcome }) => outcome))).toEqual(new Set(['same']));
  expect(again.deeds).toEqual([]);
  await desk.apply(back, by);
  expect(await listAccounts(registry)).toEqual([]);
  expect(await listBodies(registry)).toEqual([]);
  registry.close();
});
