import { browser } from 'wxt/browser';
import { storage } from 'wxt/utils/storage';
import * as z from 'zod/mini';
import { CRITERIA } from '../moderation/contract';
import { NETWORK_IDS } from '../networks/hosts';
import { checkProfile, readProfileFile } from '../regulation/check';
import type { RegulationProfile } from '../regulation/profile';

/**
 * A profile as an administrator gives it: the text of the file that «Регламент» writes, or that file's
 * `profile` as an object where the policy may hold one.
 */
const profileSchema = z.pipe(
  z.union([z.string(), z.record(z.string(), z.unknown())]),
  z.transform((given, context): RegulationProfile => {
    const read = typeof given === 'string' ? readProfileFile(given) : checkProfile(given);
    if ('profile' in read && read.profile) return read.profile;
    context.issues.push({ code: 'custom', input: given, message: 'profile' });
    return z.NEVER;
  }),
);

/**
 * What an administrator can fix for every browser of the organisation. `managed-storage.schema.json`
 * says the same to the browsers; a test holds the two together.
 */
const FIELDS = {
  /** Name of the organisation, offered on the first day. */
  organisation: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
  /** The region's regulation profile. */
  regulation: profileSchema,
  /** Networks that Vakhta works on; on all others it is silent. */
  networks: z.array(z.enum(NETWORK_IDS)),
  /** Criteria that are on (true) or off (false); those that are not named stay the operator's choice. */
  criteria: z.partialRecord(z.enum(CRITERIA), z.boolean()),
  probable: z.boolean(),
  draftCheck: z.boolean(),
  /** Months after which personal data in evidence are erased. */
  retentionMonths: z.int().check(z.gte(1), z.lte(600)),
  /** Files for others hide third persons, and the operator cannot switch that off. */
  maskExports: z.literal(true),
  /** Whether the first-day page opens by itself after an install. */
  firstDay: z.boolean(),
} as const;

type Fields = typeof FIELDS;
export type ManagedName = keyof Fields;
export const MANAGED_NAMES = Object.keys(FIELDS) as ManagedName[];

/** What is fixed; a name that is absent is the operator's to set. */
export type ManagedValues = { readonly [Name in ManagedName]?: z.infer<Fields[Name]> };

export interface Managed {
  values: ManagedValues;
  /** Names that were given and not understood: they fix nothing. */
  faulty: readonly string[];
}

/** Nothing is fixed. */
export const UNMANAGED: Managed = { values: {}, faulty: [] };

/** Reads what a policy gives, name by name: a bad value never costs the others. Never throws. */
export function readManaged(raw: unknown): Managed {
  if (typeof raw !== 'object' || raw === null) return UNMANAGED;
  const values: Record<string, unknown> = {};
  const faulty: string[] = [];
  for (const [name, given] of Object.entries(raw)) {
    const parsed = name in FIELDS ? FIELDS[name as ManagedName].safeParse(given) : null;
    if (parsed?.success) values[name] = parsed.data;
    else faulty.push(name);
  }
  return { values: values as ManagedValues, faulty };
}

/**
 * What the browser last told of the policy. Chromium tells it only two to four seconds after each of its
 * starts; no page of the morning waits for that.
 */
const copy = storage.defineItem<unknown>('local:policy', { fallback: null });

/** Where nothing was ever told, the browser is waited for so long, milliseconds. */
const PATIENCE = 100;

/** What the browser says. @throws when it cannot say it now */
async function askBrowser(): Promise<unknown> {
  try {
    return await browser.storage.managed.get();
  } catch (error) {
    // So Firefox says that there is no policy.
    if (/manifest not found/i.test(String(error))) return {};
    throw error;
  }
}

/**
 * What is fixed, as the browser tells it, however long that takes: for what cannot be undone. Never rejects;
 * where the browser cannot tell, what it told last holds.
 */
export const askManaged = async (): Promise<Managed> =>
  readManaged(await askBrowser().catch(() => copy.getValue().catch(() => ({}))));

/**
 * What is fixed in this browser, as far as it was told. In the first seconds after an install that may be
 * nothing yet: `watchManaged` tells when it is known. Never rejects.
 */
export async function loadManaged(): Promise<Managed> {
  const known = await copy.getValue().catch(() => undefined);
  // A storage that cannot be read keeps nobody out: the browser is asked then, and waited for.
  if (known === undefined) return askManaged();
  if (known !== null) return readManaged(known);
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  return readManaged(await Promise.race([askBrowser().catch(() => ({})), patience]));
}

const isSame = (told: unknown, known: unknown) => JSON.stringify(told) === JSON.stringify(known);

/**
 * Keeps what `loadManaged` knows up to date, from now on; for the background, in its first turn. What could not
 * be asked or stored is tried again with the next start of the background, at the latest in a minute.
 */
export function keepManaged(): void {
  const refresh = async () => {
    const [told, known] = [await askBrowser(), await copy.getValue()];
    if (!isSame(told, known)) await copy.setValue(told);
  };
  // One after the other: an older answer is never written over a newer one.
  let last: Promise<void> = Promise.resolve();
  const keep = () => {
    last = last
      .then(refresh)
      .catch((error: unknown) => console.error('Политика не запомнена', error));
  };
  browser.storage.onChanged.addListener((_changes, area) => {
    if (area === 'managed') keep();
  });
  keep();
}

/** Calls back when the policy has changed, or is told for the first time. Returns a stop. */
export const watchManaged = (onChange: () => void): (() => void) =>
  copy.watch((told, known) => {
    // Where nothing is fixed, being told so changes nothing.
    if (!isSame(told ?? {}, known ?? {})) onChange();
  });
