import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Delivery } from '../../lib/background/delivery';
import { panelCommandSchema, panelViewSchema } from '../../lib/messages/panel';
import { DOORS } from '../../lib/messages/receive';
import { proved, provedOwnPage } from '../../lib/messages/sender';
import { openRegistry } from '../../lib/registry/database';
import { actionSchema } from '../../lib/registry/schema';
import { addException, loadEntries } from '../../lib/settings/dictionary';
import { actionWith } from '../registry/records';

// What may come over a message or lie in the storage: anything. Whatever it is, it is either taken as what
// it must be or refused with an error; nothing half-taken stays, and no other record pays for it.

const RUNS = Number(process.env.FUZZ_RUNS ?? 60);

/** Any value that a message can carry. */
const anything = fc.anything({
  maxDepth: 3,
  withBigInt: false,
  withDate: true,
  withMap: true,
  withTypedArray: true,
  withNullPrototype: false,
});
/** A right action in which a few fields are something else, or which has more of them. */
const nearly = fc
  .tuple(
    fc.dictionary(
      fc.oneof(
        fc.constantFrom(...Object.keys(actionWith()), '__proto__', 'seq', 'hash'),
        fc.string(),
      ),
      fc.oneof(
        fc.constantFrom<unknown>(
          '',
          null,
          -1,
          1e300,
          'x'.repeat(5_000),
          [],
          {},
          '2026-99-99T00:00:00Z',
        ),
        anything,
      ),
      { maxKeys: 3 },
    ),
    fc.boolean(),
  )
  .map(([change, clean]) => ({
    type: 'action',
    action: clean ? actionWith() : { ...actionWith(), ...change },
  }));

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(async () => {
  vi.restoreAllMocks();
  const registry = openRegistry();
  await Promise.all([registry.entries.clear(), registry.log.clear(), registry.authors.clear()]);
});

test('a record is taken whole or not at all, and what was taken can be read again', async () => {
  const delivery = new Delivery();
  await fc.assert(
    fc.asyncProperty(fc.oneof(nearly, anything), async (raw) => {
      const { entries, log } = openRegistry();
      const before = await entries.count();
      const taken = await delivery.deliver(raw);
      const after = await entries.count();
      expect(after - before).toBe(
        taken.stored && (raw as { type?: string }).type === 'action' ? 1 : 0,
      );
      if (!taken.stored) {
        expect(taken.reason).toBeTypeOf('string');
        return;
      }
      const entry = await entries.get(taken.id);
      if (entry) expect(actionSchema.safeParse(entry).success).toBe(true);
      expect((await log.toArray()).every(({ id }) => typeof id === 'string')).toBe(true);
    }),
    { numRuns: RUNS },
  );
});

test('junk in the outbox is set aside and costs no other record its place', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(nearly, fc.jsonValue()), { maxLength: 4 }), async (junk) => {
      fakeBrowser.reset();
      const good = actionWith();
      const items = Object.fromEntries(junk.map((record, at) => [`outbox:junk-${at}`, record]));
      await browser.storage.local.set({
        ...items,
        [`outbox:${good.id}`]: { type: 'action', action: good },
      });
      await new Delivery().flush();
      expect((await openRegistry().entries.get(good.id))?.id).toBe(good.id);
      const left = Object.keys(await browser.storage.local.get(null));
      // A record under a false name is taken under its own, and stays where it lay no longer than that.
      expect(left.filter((key) => key === `outbox:${good.id}`)).toEqual([]);
      expect(left.filter((key) => key.startsWith('outbox:'))).toEqual([]);
    }),
    { numRuns: Math.ceil(RUNS / 3) },
  );
});

test('questions and commands are parsed, whatever they are', async () => {
  const delivery = new Delivery();
  await fc.assert(
    fc.asyncProperty(anything, async (raw) => {
      // What is no question is never answered, and no door breaks on it.
      const asked = DOORS.standing.schema.safeParse(raw).data;
      if (asked) expect(Object.keys(await delivery.standings(asked))).toEqual(asked.authorUrls);
      for (const { schema } of Object.values(DOORS)) schema.safeParse(raw);
      await addException(raw as string).catch(() => undefined);
      for (const { phrase } of await loadEntries()) expect(phrase).toBe(raw);
      panelCommandSchema.safeParse(raw);
      panelViewSchema.safeParse(raw);
      await browser.storage.local.remove('dictionary');
    }),
    { numRuns: RUNS },
  );
});

test('nobody becomes Vakhta by a strange address', () => {
  const id = 'abcdef';
  fakeBrowser.runtime.id = id;
  const own = `chrome-extension://${id}/`;
  vi.spyOn(browser.runtime, 'getURL').mockImplementation(
    (path: string) => own + path.replace(/^\//, ''),
  );
  const host = fc.oneof(
    fc.constantFrom(
      'vk.com',
      'vk.com.evil.example',
      'evil.example',
      'vk.com@evil.example',
      id,
      'ｖk.com.x',
      'xn--vk-com',
    ),
    fc.webAuthority(),
    fc.string(),
  );
  const scheme = fc.constantFrom(
    'https:',
    'http:',
    'chrome-extension:',
    'file:',
    'data:',
    'blob:https:',
    ' https:',
  );
  fc.assert(
    fc.property(
      fc.constantFrom(id, 'evil', undefined),
      scheme,
      host,
      fc.string(),
      fc.boolean(),
      (from, protocol, name, rest, tab) => {
        const url = `${protocol}//${name}/${rest}`;
        const sender = { id: from, url, ...(tab ? { tab: {} } : {}) };
        const may = (check: (sender: object) => void) => {
          try {
            check(sender);
            return true;
          } catch {
            return false;
          }
        };
        const isPage = from === id && url.startsWith(own);
        expect(may(provedOwnPage)).toBe(isPage);
        const at = URL.canParse(url) ? new URL(url) : null;
        const isNetwork =
          from === id && tab && at?.protocol === 'https:' && at.hostname === 'vk.com';
        if (may(proved)) expect(isPage || isNetwork).toBe(true);
      },
    ),
    { numRuns: RUNS * 20 },
  );
});
