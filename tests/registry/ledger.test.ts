import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { countViolations, standingOf } from '../../lib/registry/authors';
import { ChainCheck, type ChainHead, canonicalJson, hashEntry } from '../../lib/registry/chain';
import { chainOf, checkChains } from '../../lib/registry/chain-of';
import { Registry } from '../../lib/registry/database';
import { RegistryIntake } from '../../lib/registry/intake';
import { Ledger } from '../../lib/registry/ledger';
import { eraseExpired, erasePerson, retentionBorder } from '../../lib/registry/retention';
import { addressesOf, authorKey, type LedgerEntry } from '../../lib/registry/schema';
import { searchWords } from '../../lib/registry/words';
import { actionWith } from './records';

let registry: Registry;
let ledger: Ledger;
let count = 0;

beforeEach(() => {
  count += 1;
  registry = new Registry(`test-${count}`);
  ledger = new Ledger(registry, 'device-1');
});
afterEach(() => registry.close());

const chain = () => chainOf(registry, 'device-1').toArray();

describe('appending', () => {
  test('entries are numbered, linked and verified, whatever the order of the calls', async () => {
    await Promise.all(Array.from({ length: 20 }, () => ledger.append(actionWith())));
    const entries = await chain();
    expect(entries.map((entry) => entry.seq)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    expect(entries[0]?.prev).toBe('0'.repeat(64));
    expect(entries[7]?.prev).toBe(entries[6]?.hash);
    expect((await checkChains(registry)).faults).toEqual([]);
  });

  test('the same action delivered again makes one entry', async () => {
    const action = actionWith();
    await Promise.all([ledger.append(action), ledger.append(action)]);
    await ledger.append({ ...action, text: 'подменено' });
    expect(await registry.entries.count()).toBe(1);
    expect((await registry.log.get(action.id))?.text).toBe(action.text);
  });

  test('two writers with the same tail cannot both win', async () => {
    const other = new Ledger(registry, 'device-1');
    const outcomes = await Promise.allSettled([
      ledger.append(actionWith()),
      other.append(actionWith()),
    ]);
    const stored = outcomes.filter((outcome) => outcome.status === 'fulfilled').length;
    expect(await registry.entries.count()).toBe(stored);
    expect((await checkChains(registry)).faults).toEqual([]);
  });

  test('a failed append leaves the ledger usable', async () => {
    registry.close();
    await expect(ledger.append(actionWith())).rejects.toThrow();
    await registry.open();
    await ledger.append(actionWith());
    expect(await registry.entries.count()).toBe(1);
  });
});

describe('the chain tells what was done to it', () => {
  /** Faults after `change`, each as its name and number; the head is that of the whole chain. */
  const broken = async (change: (entries: LedgerEntry[]) => LedgerEntry[]) => {
    while ((await registry.entries.count()) < 5) await ledger.append(actionWith());
    const whole = await chain();
    const check = new ChainCheck('device-1');
    for (const entry of change(whole)) await check.add(entry);
    const last = whole.at(-1) as LedgerEntry;
    const head: ChainHead = { device: 'device-1', seq: last.seq, hash: last.hash };
    return check
      .faults(head)
      .map((one) => `${one.fault} ${one.seq}${one.fault === 'missing' ? `–${one.to}` : ''}`);
  };
  const withSeq = (seq: number, change: Partial<LedgerEntry>) => (entries: LedgerEntry[]) =>
    entries.map((entry) => (entry.seq === seq ? { ...entry, ...change } : entry));
  const without =
    (...seqs: number[]) =>
    (entries: LedgerEntry[]) =>
      entries.filter(({ seq }) => !seqs.includes(seq));

  test('nothing was done', async () => {
    expect(await broken((entries) => entries)).toEqual([]);
  });

  test('a changed ground, a changed text', async () => {
    expect(await broken(withSeq(3, { ground: 'spam' }))).toEqual(['changed 3']);
    expect(await broken(withSeq(2, { text: 'Спасибо!' }))).toEqual(['evidence 2']);
  });

  test('removed entries: in the middle, several, the first, the last', async () => {
    expect(await broken(without(3))).toEqual(['missing 3–3']);
    expect(await broken(without(2, 3))).toEqual(['missing 2–3']);
    expect(await broken(without(1))).toEqual(['missing 1–1']);
    expect(await broken(without(4, 5))).toEqual(['missing 4–5']);
    expect(await broken(() => [])).toEqual(['missing 1–5']);
  });

  test('entries in each other’s place, the first at the end', async () => {
    const order =
      (...seqs: number[]) =>
      (entries: LedgerEntry[]) =>
        seqs.flatMap((seq) => entries.filter((entry) => entry.seq === seq));
    expect(await broken(order(1, 3, 2, 4, 5))).toEqual(['moved 2']);
    expect(await broken(order(2, 3, 4, 5, 1))).toEqual(['moved 1']);
  });

  test('an entry that was put in, with another’s number or with a number of its own', async () => {
    const forged = async (entries: LedgerEntry[], seq: number) => {
      const entry = { ...(entries[0] as LedgerEntry), id: actionWith().id, seq };
      return { ...entry, hash: await hashEntry(entry) };
    };
    for (let n = 0; n < 5; n += 1) await ledger.append(actionWith());
    const entries = await chain();
    const faultsOf = async (changed: LedgerEntry[]) => {
      const check = new ChainCheck('device-1');
      for (const entry of changed) await check.add(entry);
      const { seq, hash } = entries.at(-1) as LedgerEntry;
      return check.faults({ device: 'device-1', seq, hash }).map(({ fault, seq }) => [fault, seq]);
    };
    expect(await faultsOf(entries.toSpliced(3, 0, await forged(entries, 3)))).toEqual([
      ['doubled', 3],
    ]);
    expect(await faultsOf([...entries, await forged(entries, 6)])).toEqual([
      ['end', 5],
      ['unlinked', 6],
    ]);
  });

  test('an entry that was changed together with its hash', async () => {
    for (let n = 0; n < 3; n += 1) await ledger.append(actionWith());
    const entries = await chain();
    const changed = { ...(entries[1] as LedgerEntry), ground: 'spam' };
    changed.hash = await hashEntry(changed);
    const check = new ChainCheck('device-1');
    for (const entry of entries.with(1, changed)) await check.add(entry);
    expect(check.faults().map(({ fault, seq }) => [fault, seq])).toEqual([['unlinked', 3]]);
  });

  test('chains of two devices stand side by side', async () => {
    const other = new Ledger(registry, 'device-2');
    for (let n = 0; n < 3; n += 1) {
      await ledger.append(actionWith());
      await other.append(actionWith());
    }
    expect((await chainOf(registry, 'device-2').toArray()).map(({ seq }) => seq)).toEqual([
      1, 2, 3,
    ]);
    expect((await checkChains(registry)).faults).toEqual([]);
  });
});

describe('the log', () => {
  test('another ground and a withdrawal show in the row, the entries stay', async () => {
    const action = actionWith();
    await ledger.append(action);
    await ledger.append(
      actionWith({ kind: 'amend', refers: action.id, criterion: 'spam', ground: 'spam' }),
    );
    expect(await registry.log.get(action.id)).toMatchObject({
      ground: 'spam',
      amended: true,
      undone: false,
    });
    await ledger.append(actionWith({ kind: 'undo', refers: action.id }));
    expect(await registry.log.get(action.id)).toMatchObject({ undone: true });
    expect(await registry.log.count()).toBe(1);
    expect(await registry.entries.count()).toBe(3);
  });

  test('a withdrawal that arrives first takes effect when the action arrives', async () => {
    const action = actionWith();
    await ledger.append(actionWith({ kind: 'undo', refers: action.id }));
    expect(await registry.log.count()).toBe(0);
    await ledger.append(action);
    expect((await registry.log.get(action.id))?.undone).toBe(true);
  });

  test('search words: lower case, ё as е, eight letters, once', () => {
    expect(searchWords('Ёлки-палки, ёлки!', 'администрация №5')).toEqual([
      'елки',
      'палки',
      'админист',
      '5',
    ]);
  });
});

describe('authors', () => {
  const since = '2026-01-01T00:00:00.000Z';
  const url = 'https://vk.com/id42';

  test('a comment deleted and banned for counts once; a restored one not at all', async () => {
    await ledger.append(actionWith({ commentId: 'a' }));
    await ledger.append(actionWith({ commentId: 'a', kind: 'ban' }));
    await ledger.append(actionWith({ commentId: 'b' }));
    await ledger.append(actionWith({ commentId: 'b', kind: 'restore' }));
    const undone = actionWith({ commentId: 'c' });
    await ledger.append(undone);
    await ledger.append(actionWith({ kind: 'undo', refers: undone.id }));
    expect(await standingOf(registry, 'vk', url, since)).toEqual({
      violations: 1,
      blacklisted: true,
    });
  });

  test('a withdrawn ban takes the author off the blacklist', async () => {
    const ban = actionWith({ kind: 'ban' });
    await ledger.append(ban);
    await ledger.append(actionWith({ kind: 'undo', refers: ban.id }));
    expect((await registry.authors.get(authorKey('vk', url)))?.blacklisted).toBe(false);
  });

  test('older than asked is not counted; a stranger has no standing', async () => {
    await ledger.append(actionWith());
    expect(await standingOf(registry, 'vk', url, '2027-01-01T00:00:00.000Z')).toEqual({
      violations: 0,
      blacklisted: false,
    });
    expect(await standingOf(registry, 'vk', 'https://vk.com/id7', since)).toEqual({
      violations: 0,
      blacklisted: false,
    });
  });

  test('one address with and without slash or query is one author', () => {
    expect(authorKey('vk', 'https://vk.com/id42/')).toBe(
      authorKey('vk', 'https://vk.com/id42?from=x'),
    );
  });

  test('a person is one author on every host of a network, and another on another network', () => {
    const key = authorKey('vk', 'https://vk.com/id42');
    expect(authorKey('vk', 'https://m.vk.com/id42')).toBe(key);
    expect(authorKey('vk', 'https://vk.ru/id42/')).toBe(key);
    expect(authorKey('vk', 'https://vk.com/id421')).not.toBe(key);
    expect(authorKey('ok', 'https://ok.ru/id42')).not.toBe(key);
  });

  test('rows may come in any order', () => {
    expect(countViolations([])).toBe(0);
  });
});

describe('intake', () => {
  test('what does not parse is refused with the place of the fault', async () => {
    const intake = new RegistryIntake(registry, 'device-1');
    const action = { ...actionWith(), time: 'вчера' };
    expect(await intake.take({ type: 'action', action })).toEqual({
      stored: false,
      reason: 'action.time',
    });
    expect(await intake.take('<script>')).toMatchObject({ stored: false });
    expect(await registry.entries.count()).toBe(0);
  });

  test('a record from the outbox is stored', async () => {
    const intake = new RegistryIntake(registry, 'device-1');
    const action = actionWith();
    expect(await intake.take({ type: 'action', action })).toEqual({ stored: true, id: action.id });
    expect(await registry.log.count()).toBe(1);
  });
});

describe('retention', () => {
  test('the border is in calendar months', () => {
    expect(retentionBorder(Date.UTC(2026, 10, 24), 36)).toBe('2023-11-24T00:00:00.000Z');
  });

  test('personal data go, the chain stays valid, a second run finds nothing', async () => {
    const old = actionWith({ time: '2020-01-01T00:00:00.000Z', note: 'звонил дважды' });
    await ledger.append(old);
    await ledger.append(actionWith({ authorUrl: 'https://vk.com/id7' }));
    const border = '2021-01-01T00:00:00.000Z';
    expect(await eraseExpired(registry, border)).toBe(1);
    const entries = await chain();
    expect(JSON.stringify([entries[0], await registry.log.get(old.id)])).not.toMatch(
      /Пётр|пень|звонил|id42/,
    );
    expect(entries[1]?.text).not.toBe('');
    expect((await checkChains(registry)).faults).toEqual([]);
    expect(await registry.authors.count()).toBe(1);
    expect(await eraseExpired(registry, border)).toBe(0);
  });
});

describe('one person', () => {
  test('goes from all entries, later words, card and blacklist, whoever else stays', async () => {
    const url = 'https://vk.com/id42';
    const first = actionWith({ authorUrl: url, note: 'звонил дважды' });
    await ledger.append(first);
    await ledger.append(actionWith({ authorUrl: 'https://m.vk.com/id42', kind: 'ban' }));
    await ledger.append(
      actionWith({ authorUrl: url, kind: 'amend', refers: first.id, note: 'сосед' }),
    );
    const other = actionWith({ authorUrl: 'https://vk.com/id421', author: 'Мария Иная' });
    await ledger.append(other);
    const key = authorKey('vk', url);
    expect((await registry.authors.get(key))?.blacklisted).toBe(true);

    expect(await erasePerson(registry, key)).toBe(3);
    const left = JSON.stringify([
      await chain(),
      await registry.log.toArray(),
      await registry.authors.toArray(),
      await registry.offenders.toArray(),
      await registry.words.toArray(),
    ]);
    expect(left).not.toMatch(/Пётр|звонил|сосед|id42(?!1)/);
    expect(left).toContain('Мария Иная');
    expect((await checkChains(registry)).faults).toEqual([]);
    expect(await erasePerson(registry, key)).toBe(0);
  });

  test('is known by an address on every host, and by none without one', () => {
    expect(addressesOf(authorKey('vk', 'https://m.vk.ru/id42?from=x'))).toContain('vk.com/id42');
    expect(addressesOf(authorKey('vk', ''))).toEqual([]);
    expect(addressesOf(authorKey('vk', 'https://vk.com/'))).toEqual([]);
  });

  test('whose last day on the blacklist has passed is forgotten with the entries', async () => {
    const time = '2020-01-01T00:00:00.000Z';
    const ban = (until: string | undefined, authorUrl: string) =>
      actionWith({ time, kind: 'ban', authorUrl, ...(until && { until }) });
    await ledger.append(ban('2020-06-01', 'https://vk.com/id1'));
    await ledger.append(ban('2030-06-01', 'https://vk.com/id2'));
    await ledger.append(ban(undefined, 'https://vk.com/id3'));
    const border = '2021-01-01T00:00:00.000Z';
    const known = async () => (await registry.authors.toArray()).map(({ url }) => url).sort();
    expect(await eraseExpired(registry, border, '2024-01-01')).toBe(2);
    expect(await known()).toEqual(['https://vk.com/id2', 'https://vk.com/id3']);
    // The decision that held was kept whole, so its day is known when it comes.
    expect(await eraseExpired(registry, border, '2030-06-01')).toBe(0);
    expect(await eraseExpired(registry, border, '2030-06-02')).toBe(1);
    expect(await known()).toEqual(['https://vk.com/id3']);
    expect((await checkChains(registry)).faults).toEqual([]);
  });
});

test('canonical JSON sorts keys at every depth and keeps the order of lists', () => {
  expect(canonicalJson({ b: [2, { d: 1, c: null }], a: 'ы' })).toBe(
    '{"a":"ы","b":[2,{"c":null,"d":1}]}',
  );
});
