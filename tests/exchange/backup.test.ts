import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { BadBackup } from '../../lib/exchange/backup/fault';
import { checkBackup, takeBackup } from '../../lib/exchange/backup/take';
import { verifyFile } from '../../lib/exchange/backup/verify';
import { makeBackup } from '../../lib/exchange/backup/write';
import { checkChains } from '../../lib/registry/chain-of';
import type { Registry } from '../../lib/registry/database';
import { RegistryDesk } from '../../lib/registry/desk';
import { ownIdentity } from '../../lib/registry/identity';
import { Ledger } from '../../lib/registry/ledger';
import { eraseExpired } from '../../lib/registry/retention';
import { actionWith } from '../registry/records';
import { BY, closeAll, contents, copy, filled, fresh, order, source } from './copies';

afterEach(closeAll);

test('an empty registry takes a whole copy in, sealed or not, and is the same', async () => {
  const registry = await filled(1_203);
  for (const passphrase of [null, 'вечерняя вахта']) {
    const file = await copy(registry, passphrase);
    const other = fresh();
    const summary = await takeBackup(other, source(file, passphrase));
    expect(summary).toMatchObject({
      counts: { entries: 1_203, bodies: 1, accounts: 1, notices: 1 },
      newEntries: 1_203,
      header: { operator: 'Оксана', made: '2026-11-24T09:00:00.000Z' },
    });
    expect(await contents(other)).toBe(await contents(registry));
    expect(await checkChains(other)).toMatchObject({ entries: 1_203, faults: [] });
    // The other device keeps its own name and goes on with a chain of its own.
    const { device } = await ownIdentity(other);
    await new Ledger(other, `${device}-2`).append(actionWith());
    expect((await checkChains(other)).heads).toHaveLength(2);
  }
});

test('a sealed copy shows nothing of what is in it and opens with its passphrase alone', async () => {
  const file = await copy(await filled(), 'вечерняя вахта');
  const bytes = Buffer.from(await file.arrayBuffer());
  expect(bytes.includes('Сидоров')).toBe(false);
  const other = fresh();
  for (const wrong of [null, '', 'Вечерняя вахта'])
    await expect(checkBackup(other, source(file, wrong))).rejects.toMatchObject({
      fault: 'passphrase',
    });
  // The same letters typed on another system: й as и with a breve.
  await checkBackup(other, source(file, 'вечерняя вахта'.normalize('NFD')));
});

describe('merging', () => {
  /** Two registries that were one and went their own ways. */
  async function parted(): Promise<[Registry, Registry, Registry]> {
    const first = await filled();
    const second = fresh();
    await takeBackup(second, source(await copy(first)));
    const third = fresh();
    await takeBackup(third, source(await copy(first)));
    const [body] = await first.bodies.toArray();
    const [account] = await first.accounts.toArray();
    if (!body || !account) throw new Error('no rows to part');
    const [ban] = await first.log
      .where({ undone: 1 })
      .toArray()
      .catch(() => []);
    expect(ban).toBeUndefined();
    await new RegistryDesk(first).apply(
      [{ table: 'bodies', put: { ...body, name: 'Новое имя' } }],
      BY,
    );
    await new RegistryDesk(second).apply(
      [{ table: 'bodies', put: { ...body, name: 'Другое имя' } }],
      BY,
    );
    await new RegistryDesk(second).apply(
      [{ table: 'accounts', remove: account.id, revision: account.revision }],
      BY,
    );
    const [target] = (await first.log.toArray()).filter(({ kind }) => kind === 'delete');
    if (!target) throw new Error('no entry to amend');
    for (const [place, registry] of [first, second, third].entries()) {
      const ledger = new Ledger(registry, (await ownIdentity(registry)).device);
      await ledger.append(actionWith({ kind: 'ban', author: `Имя ${place}` }));
      await ledger.append(
        actionWith({ kind: 'amend', refers: target.id, criterion: 'spam', ground: `g${place}` }),
      );
    }
    await eraseExpired(third, target.time);
    return [first, second, third];
  }

  test('gives the same registry in whatever order and however often', async () => {
    const [first, second, third] = await parted();
    const files = [await copy(first), await copy(second), await copy(third)];
    const outcomes = new Set<string>();
    for (const way of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 0, 2, 0, 1, 1],
      [2, 0, 1, 2],
    ]) {
      const registry = fresh();
      for (const place of way) await takeBackup(registry, source(files[place] as File));
      outcomes.add(await contents(registry));
      expect((await checkChains(registry)).faults).toEqual([]);
    }
    expect(outcomes.size).toBe(1);
    await takeBackup(first, source(files[1] as File));
    await takeBackup(first, source(files[2] as File));
    expect(await contents(first)).toBe([...outcomes][0]);
  });

  test('a row that one side removed does not come back, one that was brought back does', async () => {
    const [first, second] = await parted();
    const old = await copy(first);
    await takeBackup(second, source(old));
    expect(await second.accounts.count()).toBe(0);
    const [account] = await first.accounts.toArray();
    if (!account) throw new Error('no account');
    const removed = await new RegistryDesk(first).apply(
      [{ table: 'accounts', remove: account.id, revision: account.revision }],
      BY,
    );
    await new RegistryDesk(first).apply(removed, BY);
    await takeBackup(second, source(await copy(first)));
    expect(await second.accounts.count()).toBe(1);
  });

  test('what the same device says twice under one number is refused', async () => {
    const registry = await filled();
    const { device } = await ownIdentity(registry);
    const fork = fresh();
    await new Ledger(fork, device).append(actionWith());
    const before = await contents(fork);
    await expect(takeBackup(fork, source(await copy(registry)))).rejects.toMatchObject({
      fault: 'other-chain',
    });
    expect(await contents(fork)).toBe(before);
  });
});

describe('a file that is not right changes nothing and says what is wrong', () => {
  async function refused(file: Blob): Promise<string> {
    const registry = await filled(3);
    const before = await contents(registry);
    const error = await takeBackup(registry, source(file)).catch((reason: unknown) => reason);
    expect(await contents(registry)).toBe(before);
    if (!(error instanceof BadBackup)) throw new Error('it was taken', { cause: error });
    return error.fault;
  }
  const plain = async () => {
    const registry = await filled();
    const packed = (await copy(registry)).stream().pipeThrough(new DecompressionStream('gzip'));
    return (await new Response(packed).text()).split('\n').filter((line) => line !== '');
  };
  const file = (lines: readonly string[]) => new Blob([lines.map((line) => `${line}\n`).join('')]);

  test('plain text is as good as packed', async () => {
    const lines = await plain();
    await takeBackup(fresh(), source(file(lines)));
  });

  test('no file of ours', async () => {
    expect(await refused(new Blob([]))).toBe('not-ours');
    expect(await refused(new Blob(['привет']))).toBe('not-ours');
    expect(await refused(new Blob(['{"vakhta":"dictionary"}\n']))).toBe('not-ours');
    expect(await refused(new Blob([new Uint8Array([0x1f, 0x8b, 1, 2, 3])]))).toBe('damaged');
    expect(await refused(new Blob([new Uint8Array([0xff, 0xfe, 0x41])]))).toBe('damaged');
  });

  test('a later Vakhta made it', async () => {
    const [header = '', ...rest] = await plain();
    expect(await refused(file([header.replace('"format":1', '"format":9'), ...rest]))).toBe(
      'newer',
    );
    expect(await refused(file([header.replace('"rows":3', '"rows":4'), ...rest]))).toBe('newer');
  });

  test('its end is missing, or there is more after it', async () => {
    const lines = await plain();
    expect(await refused(file(lines.slice(0, -1)))).toBe('truncated');
    expect(await refused(file(lines.slice(0, 4)))).toBe('truncated');
    expect(await refused(file([...lines, ...lines]))).toBe('damaged');
    const packed = await copy(await filled());
    expect(await refused(packed.slice(0, packed.size - 30))).toBe('damaged');
  });

  test('any line that is changed, dropped, doubled or moved', async () => {
    const lines = await plain();
    const registry = await filled(3);
    const before = await contents(registry);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(lines.length - 1),
        fc.constantFrom('change', 'drop', 'double', 'swap'),
        async (at, way) => {
          const changed = [...lines];
          const line = lines[at] as string;
          if (way === 'change') changed[at] = line.replace(/[0-9a-f](?=[^0-9a-f]*$)/, 'z');
          if (way === 'drop') changed.splice(at, 1);
          if (way === 'double') changed.splice(at, 0, line);
          if (way === 'swap') changed.splice(at, 2, ...changed.slice(at, at + 2).reverse());
          if (changed.join('\n') === lines.join('\n')) return;
          await expect(takeBackup(registry, source(file(changed)))).rejects.toThrow(BadBackup);
        },
      ),
      { numRuns: 60 },
    );
    expect(await contents(registry)).toBe(before);
  });

  test('rows that a hostile hand wrote', async () => {
    const lines = await plain();
    const at = lines.findIndex((line) => line.includes('"t":"bodies"'));
    const hostile = lines.with(at, '{"t":"bodies","r":{"id":"../x","name":"<script>"}}');
    expect(await refused(file(hostile))).toBe('row');
    expect(await refused(file(lines.with(at, '{"t":"__proto__","r":{}}')))).toBe('damaged');
    expect(await refused(file(lines.with(at, `"${'я'.repeat(2_100_000)}"`)))).toBe('damaged');
  });

  test('stopped half way, the same file is taken to its end', async () => {
    const registry = await filled(1_600);
    const packed = await copy(registry);
    const other = fresh();
    const stop = new AbortController();
    let checking = 0;
    await checkBackup(other, {
      ...source(packed),
      onProgress: () => {
        checking += 1;
      },
    });
    let blocks = 0;
    const stopped = takeBackup(other, {
      ...source(packed),
      signal: stop.signal,
      onProgress: () => {
        blocks += 1;
        if (blocks === checking + 2) stop.abort(new Error('stopped'));
      },
    });
    await expect(stopped).rejects.toThrow('stopped');
    const half = await other.entries.count();
    expect(half).toBeGreaterThan(0);
    expect(half).toBeLessThan(1_600);
    await takeBackup(other, source(packed));
    expect(await contents(other)).toBe(await contents(registry));
  });
});

describe('verifying a file', () => {
  const verified = async (change: (lines: string[]) => string[]) => {
    const text = await (await makeBackup(order(await filled(), 'ledger'), null, 'журнал')).text();
    const lines = change(text.split('\n').slice(0, -1));
    const report = await verifyFile(new Blob([`${lines.join('\n')}\n`]).stream(), null);
    return [
      ...report.chainFaults.map(({ fault, seq }) => `${fault} ${seq}`),
      ...report.fileFaults.map((one) => one.fault),
    ];
  };

  test('a file as it was made', async () => {
    expect(await verified((lines) => lines)).toEqual([]);
  });

  test('each tampered entry is named', async () => {
    expect(
      await verified((lines) =>
        lines.with(4, (lines[4] as string).replace('"spam"', '"x"').replace('insult', 'spam')),
      ),
    ).toEqual(['changed 4', 'block']);
    expect(
      await verified((lines) => lines.with(5, (lines[5] as string).replace('пень', 'день'))),
    ).toEqual(['evidence 5', 'block']);
    expect(await verified((lines) => lines.toSpliced(6, 1))).toEqual(['missing 6', 'block', 'sum']);
    expect(
      await verified((lines) => lines.toSpliced(6, 2, lines[7] as string, lines[6] as string)),
    ).toEqual(['moved 6', 'block']);
    expect(await verified((lines) => lines.toSpliced(3, 0, lines[2] as string))).toEqual([
      'doubled 2',
      'block',
      'sum',
    ]);
    expect(await verified((lines) => lines.slice(0, -1))).toEqual(['cut']);
    expect(await verified((lines) => lines.slice(0, 9))).toEqual(['cut']);
    expect(await verified((lines) => lines.with(3, '{"t":"entries","r":{}}'))).toEqual([
      'missing 3',
      'line',
      'block',
    ]);
  });
});
