import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../project';

export const LISTING_LOCALES = ['ru', 'en'] as const;
export type ListingLocale = (typeof LISTING_LOCALES)[number];

/** What a store shows of the extension. */
export interface Listing {
  name: string;
  summary: string;
  description: string;
  purpose: string;
  firefoxNotes: string;
}

/**
 * The stores' limits, UTF-16 code units: name and summary of the Chrome Web Store
 * (developer.chrome.com/docs/webstore/cws-dashboard-listing), name and summary of addons.mozilla.org
 * (extensionworkshop.com, «Create an appealing listing»). The smaller one holds for both.
 */
const LIMITS = { name: 50, summary: 132, description: 15_000 } as const;

/** Headings of a listing's file in the order of its parts. */
const PARTS = ['summary', 'description', 'purpose', 'firefoxNotes'] as const;

/**
 * The listing that a Markdown text holds: the name as its title, the parts under headings of the second
 * rank in their order.
 * @throws an Error in Russian when the file has other parts
 */
export function readListing(text: string): Listing {
  const [head = '', ...parts] = text.split(/^## .+$/m);
  if (parts.length !== PARTS.length)
    throw new Error(`Частей должно быть ${PARTS.length}, а их ${parts.length}.`);
  const bodies = Object.fromEntries(PARTS.map((name, place) => [name, parts[place]?.trim() ?? '']));
  return { name: head.replace(/^# /, '').trim(), ...bodies } as unknown as Listing;
}

/** What is too long or missing in a listing, in Russian. */
export function listingFaults(listing: Listing): string[] {
  const faults = Object.entries(LIMITS)
    .map(([name, limit]) => ({ name, limit, length: listing[name as keyof typeof LIMITS].length }))
    .filter(({ length, limit }) => length > limit)
    .map(({ name, length, limit }) => `${name}: ${length} знаков, а можно ${limit}`);
  const empty = Object.entries(listing).filter(([, text]) => text === '');
  return [...faults, ...empty.map(([name]) => `${name}: пусто`)];
}

/** The listing in one language, as it is kept in docs/store. */
export const listingIn = (locale: ListingLocale): Listing =>
  readListing(readFileSync(join(ROOT, `docs/store/listing.${locale}.md`), 'utf8'));

/** Markdown as the plain text that a field of a form takes: links and code by their words. */
const plain = (markdown: string): string =>
  markdown
    .replace(/\[([^\]]+)\]\([^)]+\)/g, '$1')
    .replaceAll('`', '')
    .replace(/\s+/g, ' ')
    .trim();

/**
 * Why each permission is asked for, from the text about privacy: one line a permission from its table, as
 * the stores ask, and one for the sites, from the paragraph below it.
 */
export function permissionReasons(locale: ListingLocale): string[] {
  const name = locale === 'ru' ? 'privacy.md' : 'privacy.en.md';
  const text = readFileSync(join(ROOT, 'docs', name), 'utf8');
  const rows = [...text.matchAll(/^\| `(\w+)` \| ([^|]+) \|.*$/gm)];
  const last = rows.at(-1);
  const below = last ? text.slice(last.index + last[0].length).trimStart() : '';
  const [sites = ''] = below.split('\n\n');
  return [
    ...rows.map(([, permission = '', reason = '']) => `${permission}: ${plain(reason)}`),
    `host_permissions: ${plain(sites)}`,
  ];
}
