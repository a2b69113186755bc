import { browser } from 'wxt/browser';
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

/** What is fixed in this browser. Never rejects: without a policy Firefox has no such storage at all. */
export async function loadManaged(): Promise<Managed> {
  try {
    return readManaged(await browser.storage.managed.get());
  } catch {
    return UNMANAGED;
  }
}

/** Calls back when the policy has changed. Returns a stop. */
export function watchManaged(onChange: () => void): () => void {
  const listener = (_changes: unknown, area: string) => {
    if (area === 'managed') onChange();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
