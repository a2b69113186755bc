import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { BadBackup } from '../../lib/exchange/backup/fault';
import { takeBackup } from '../../lib/exchange/backup/take';
import { checkChains } from '../../lib/registry/chain-of';
import type { Registry } from '../../lib/registry/database';
import { RegistryDesk } from '../../lib/registry/desk';
import { ownIdentity } from '../../lib/registry/identity';
import { Ledger } from '../../lib/registry/ledger';
import { eraseExpired } from '../../lib/registry/retention';
import { actionWith } from '../registry/records';
import { BY, closeAll, contents, copy, filled, fresh, source } from './copies';

afterEach(closeAll);

const PASSPHRASE = 'вечерняя вахта';

/** What may happen to a file between two computers; places and sizes are parts of its length. */
const harm = fc.record({
  way: fc.constantFrom('flip', 'cut', 'drop', 'double', 'insert', 'zero', 'swap'),
  at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  size: fc.integer({ min: 1, max: 4_000 }),
  byte: fc.integer({ min: 1, max: 255 }),
});
type Harm = typeof harm extends fc.Arbitrary<infer One> ? One : never;

function harmed(bytes: Uint8Array, { way, at, size, byte }: Harm): Uint8Array {
  const from = Math.floor(at * bytes.length);
  const to = Math.min(bytes.length, from + size);
  const [before, middle, after] = [
    bytes.subarray(0, from),
    bytes.subarray(from, to),
    bytes.subarray(to),
  ];
  switch (way) {
    case 'flip':
      return bytes.length === 0 ? bytes : bytes.with(from, (bytes[from] ?? 0) ^ byte);
    case 'cut':
      return before;
    case 'drop':
      return Buffer.concat([before, after]);
    case 'double':
      return Buffer.concat([before, middle, middle, after]);
    case 'insert':
      return Buffer.concat([before, new Uint8Array(size).fill(byte), middle, after]);
    case 'zero':
      return Buffer.concat([before, new Uint8Array(middle.length), after]);
    case 'swap':
      return Buffer.concat([before, after, middle]);
  }
}

describe('a real copy with any harm done to its bytes', () => {
  const cases = [
    ['plain', 80],
    ['packed', 80],
    // Each run derives a key by as many rounds as in life.
    ['sealed', 12],
  ] as const;
  test.each(cases)(
    '%s',
    async (form, numRuns) => {
      const from = await filled(30);
      const file = await copy(from, form === 'sealed' ? PASSPHRASE : null);
      const packed = file.stream();
      const whole = form === 'plain' ? packed.pipeThrough(new DecompressionStream('gzip')) : packed;
      const bytes = new Uint8Array(await new Response(whole).arrayBuffer());
      const passphrase = form === 'sealed' ? PASSPHRASE : null;
      const registry = await filled(3);
      const before = await contents(registry);
      const merged = await filledWith(registry, file, passphrase);
      let refused = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(harm, { minLength: 1, maxLength: 3 }), async (harms) => {
          const spoilt = new Blob([Buffer.from(harms.reduce(harmed, bytes))]);
          const outcome = await takeBackup(registry, source(spoilt, passphrase)).then(
            () => 'taken',
            (error: unknown) => error,
          );
          const now = await contents(registry);
          if (outcome === 'taken') {
            // Some bytes say nothing, such as the time in the head of gzip: then all of it must be there.
            expect(now).toBe(merged);
            return;
          }
          expect(outcome).toBeInstanceOf(BadBackup);
          refused += 1;
          expect([before, merged]).toContain(now);
        }),
        { numRuns },
      );
      expect(refused).toBeGreaterThan(numRuns / 2);
    },
    120_000,
  );

  /** What a registry like `registry` has once it took `file`. */
  async function filledWith(registry: Registry, file: Blob, passphrase: string | null) {
    const twin = fresh();
    await takeBackup(twin, source(await copy(registry)));
    await takeBackup(twin, source(file, passphrase));
    return contents(twin);
  }
});

/** One thing that an operator does; `which` chooses among what there is. */
const deed = fc.record({
  what: fc.constantFrom(
    'delete',
    'ban',
    'unban',
    'keep',
    'amend',
    'undo',
    'rename',
    'remove',
    'erase',
  ),
  which: fc.nat(1_000),
});
type Deed = typeof deed extends fc.Arbitrary<infer One> ? One : never;

async function act(registry: Registry, { what, which }: Deed): Promise<void> {
  const ledger = new Ledger(registry, (await ownIdentity(registry)).device);
  const rows = await registry.log.orderBy('id').toArray();
  const row = rows[which % Math.max(1, rows.length)];
  const desk = new RegistryDesk(registry);
  switch (what) {
    case 'delete':
    case 'ban':
    case 'unban':
    case 'keep':
      return ledger.append(
        actionWith({
          kind: what,
          author: `Имя ${which}`,
          authorUrl: `https://vk.com/id${which % 3}`,
        }),
      );
    case 'amend':
    case 'undo':
      if (!row) return;
      return ledger.append(
        actionWith({ kind: what, refers: row.id, criterion: 'spam', ground: `g${which}` }),
      );
    case 'rename': {
      const [body] = await registry.bodies.toArray();
      if (body)
        await desk.apply([{ table: 'bodies', put: { ...body, name: `Орган ${which}` } }], BY);
      return;
    }
    case 'remove': {
      const [account] = await registry.accounts.toArray();
      if (account)
        await desk.apply(
          [{ table: 'accounts', remove: account.id, revision: account.revision }],
          BY,
        );
      return;
    }
    case 'erase':
      if (row) await eraseExpired(registry, row.time);
  }
}

test('whatever two operators did, their files make one registry in any order and number', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(deed, { maxLength: 6 }),
      fc.array(deed, { maxLength: 6 }),
      fc.array(fc.nat(2), { maxLength: 4 }),
      async (first, second, again) => {
        const common = await filled(5);
        const other = fresh();
        const start = await copy(common);
        await takeBackup(other, source(start));
        for (const one of first) await act(common, one);
        for (const one of second) await act(other, one);
        const files = [start, await copy(common), await copy(other)];
        const ways = [
          [0, 1, 2],
          [2, 1, 0],
          [...again, 1, 2, ...again],
          [...again.toReversed(), 2, 1],
        ];
        const outcomes = new Set<string>();
        for (const way of ways) {
          const registry = fresh();
          for (const place of way) await takeBackup(registry, source(files[place] as File));
          outcomes.add(await contents(registry));
          expect((await checkChains(registry)).faults).toEqual([]);
        }
        // And each operator who takes the other's file in has the same.
        await takeBackup(common, source(files[2] as File));
        outcomes.add(await contents(common));
        await takeBackup(other, source(files[1] as File));
        outcomes.add(await contents(other));
        expect(outcomes.size).toBe(1);
      },
    ),
    { numRuns: 10 },
  );
}, 120_000);
