import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adapterOf } from '../../lib/networks';
import type { NativeKind, NetworkAdapter } from '../../lib/networks/contract';
import { healthOf, sendButtons, sightOf } from '../../lib/networks/health';
import { NETWORK_IDS, type NetworkId, siteOf } from '../../lib/networks/hosts';
import {
  controlAt,
  isCancel,
  isConfirm,
  isInNotice,
  isInPopup,
  menuToggleAt,
  noticeReach,
  outcomeReached,
  rememberSlot,
  withoutNotices,
} from '../../lib/networks/native';
import { mayHoldWork } from '../../lib/networks/presence';
import { readComment, readId } from '../../lib/networks/read';
import { commentRootOf, commentRoots } from '../../lib/networks/roots';
import { spansOf } from '../../lib/networks/text';
import { addressOf, decodePage, openPage } from '../../scripts/saved-page';

// Pages as no network would ever make them: what was saved is torn apart at random, and everything that
// is known of the network is asked of the rest. Nothing may throw, nothing may run for ever.

/** More of it by hand: `FUZZ_RUNS=5000 npx vitest run tests/networks/fuzz.test.ts`. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 2);
const KINDS: readonly NativeKind[] = ['delete', 'restore', 'hide', 'ban', 'unban', 'report'];
const FOLDER = new URL('./pages/', import.meta.url);
const PAGES = readdirSync(FOLDER).filter((name) => name.endsWith('.html'));
const htmlOf = (name: string) => decodePage(readFileSync(new URL(name, FOLDER)));

/** What is done to a page: a way, two places as parts of the whole, a value. */
const tearing = fc.record({
  way: fc.constantFrom('drop', 'copy', 'move', 'unwrap', 'empty', 'set', 'unset', 'words', 'swap'),
  at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  to: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  value: fc.oneof(
    fc.constantFrom(
      '',
      '#',
      '/',
      '//',
      'https://',
      'javascript:alert(1)',
      'http://[',
      '/wall-1_1?reply=',
      '/wall-_?reply=%',
      '%E0%A4%A',
      '-1_1',
      '0',
      '-',
      'null',
      'Infinity',
      '9'.repeat(400),
      '2026-99-99T99:99',
      '\u202e',
    ),
    fc.string({ unit: 'binary', maxLength: 12 }),
  ),
});
type Tearing = typeof tearing extends fc.Arbitrary<infer Value> ? Value : never;

function tear(document: Document, { way, at, to, value }: Tearing): void {
  const all = [...document.body.querySelectorAll('*')];
  const one = all[Math.floor(at * all.length)];
  const other = all[Math.floor(to * all.length)];
  if (!one || !other) return;
  const names = one.getAttributeNames();
  const name = names[Math.floor(to * names.length)];
  if (way === 'drop') one.remove();
  // Copies multiply: a page that was doubled in itself ten times is no test of anything.
  else if (way === 'copy' && all.length < 4_000) other.before(one.cloneNode(true));
  else if (way === 'move' && !one.contains(other)) other.append(one);
  else if (way === 'unwrap') one.replaceWith(...one.childNodes);
  else if (way === 'empty') one.replaceChildren();
  else if (way === 'words') one.textContent = value;
  else if (way === 'set' && name) one.setAttribute(name, value);
  else if (way === 'unset' && name) one.removeAttribute(name);
  else if (way === 'swap' && name) {
    const held = one.getAttribute(name) ?? '';
    one.setAttribute(name, other.getAttribute(name) ?? value);
    other.setAttribute(name, held);
  }
}

/** Asks everything of a page that is asked of it in a tab. */
function askAll(adapter: NetworkAdapter, document: Document, url: URL): void {
  const { body } = document;
  mayHoldWork(adapter, document.documentElement);
  healthOf(adapter, document, url);
  sightOf(adapter, document, url, { comments: 0, hasWords: false }, sendButtons(adapter, body));
  noticeReach(adapter, document);
  adapter.readAccount(document, url);
  adapter.readIdentity(document);
  adapter.readAnnounced?.(document, url);
  for (const { permalink } of adapter.readPublications(document, url))
    expect(permalink).toMatch(/^(?:https?:\/\/.*)?$/s);
  const roots = commentRoots(adapter, body);
  expect(new Set(roots).size).toBe(roots.length);
  for (const root of roots.slice(0, 40)) {
    const found = readComment(adapter, root, url);
    if (!found) continue;
    const { comment, reading } = found;
    expect(readId(adapter, root, url)).toBe(comment.id);
    expect(`${comment.permalink}|${comment.authorUrl}`).toMatch(
      /^(?:https?:\/\/[^|]*)?\|(?:https?:\/\/[^|]*)?$/s,
    );
    expect(comment.author.length).toBeLessThanOrEqual(201);
    expect(comment.author).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    expect(comment.text).toBe(reading.text);
    spansOf(reading, 0, reading.text.length);
    adapter.removalOf?.(comment, document);
    const slot = rememberSlot(adapter, root, url);
    if (!slot) continue;
    // Nothing has happened since: no outcome may be seen.
    for (const kind of KINDS)
      if (kind !== 'restore') expect(outcomeReached(adapter, kind, slot)).toBe(false);
    withoutNotices(adapter, slot);
  }
  for (const element of [...body.querySelectorAll('*')].slice(0, 300)) {
    commentRootOf(adapter, element);
    menuToggleAt(adapter, element);
    controlAt(adapter, element);
    isConfirm(adapter, element);
    isCancel(adapter, element);
    isInPopup(adapter, element);
    isInNotice(adapter, element);
  }
}

/** After the slot was taken the page is torn further: an outcome may be seen or not, but nothing throws. */
function askOutcomes(
  adapter: NetworkAdapter,
  document: Document,
  url: URL,
  more: readonly Tearing[],
): void {
  const slots = commentRoots(adapter, document.body)
    .slice(0, 6)
    .flatMap((root) => rememberSlot(adapter, root, url) ?? []);
  for (const one of more) {
    tear(document, one);
    for (const slot of slots) for (const kind of KINDS) outcomeReached(adapter, kind, slot);
  }
}

describe.each(PAGES)('%s torn apart', (name) => {
  it('is read without a throw', { timeout: 0 }, async () => {
    const adapter = adapterOf(name.split('-')[0] as NetworkId);
    const html = htmlOf(name);
    const url = addressOf(html, adapter);
    await fc.assert(
      fc.asyncProperty(
        fc.array(tearing, { maxLength: 30 }),
        fc.array(tearing, { maxLength: 6 }),
        async (before, after) => {
          const { document, close } = openPage(html, adapter);
          for (const one of before) tear(document, one);
          askAll(adapter, document, url);
          askOutcomes(adapter, document, url, after);
          await close();
        },
      ),
      { numRuns: RUNS },
    );
  });
});

describe('addresses', () => {
  const host = fc.constantFrom(...NETWORK_IDS.flatMap((id) => siteOf(id).hosts));
  const part = fc.oneof(
    fc.constantFrom(
      'wall',
      'wall-1_2',
      'p',
      'reel',
      'status',
      'topic',
      'group',
      'i',
      'direct',
      't',
      'messages',
      'im',
      '%',
      '%E0%A4%A',
      '..',
      '',
    ),
    fc.string({ unit: 'binary', maxLength: 8 }),
  );
  it('never throw', () => {
    fc.assert(
      fc.property(
        host,
        fc.array(part, { maxLength: 6 }),
        fc.array(part, { maxLength: 3 }),
        (name, path, query) => {
          const text = `https://${name}/${path.join('/')}?${query.join('&')}`;
          if (!URL.canParse(text)) return;
          const url = new URL(text);
          for (const id of NETWORK_IDS) {
            const adapter = adapterOf(id);
            const thread = adapter.threadOf(url);
            expect(thread === null || thread.length > 0).toBe(true);
            adapter.judges?.(url);
          }
        },
      ),
      { numRuns: RUNS * 100 },
    );
  });
});
