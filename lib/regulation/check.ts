import type * as z from 'zod/mini';
import { type RegulationProfile, regulationProfileSchema } from './profile';

/** A profile as a file: what it is, in which edition of this shape, and the profile. */
const FORMAT = 'vakhta-regulation';
const VERSION = 1;
/** Longer texts are not read at all, UTF-16 code units; the built-in profile takes a hundredth. */
const PROFILE_TEXT_LIMIT = 1_000_000;

export type FaultReason =
  | 'missing'
  | 'type'
  | 'empty'
  | 'too-small'
  | 'too-big'
  | 'unknown'
  | 'zone'
  | 'clause'
  | 'twice'
  | 'form';

/** What is wrong at one place of a profile. */
export interface ProfileFault {
  /** Names and numbers (from 0) from the top to the place. */
  path: readonly (string | number)[];
  reason: FaultReason;
  /** What stands there, cut to be shown; empty when nothing does. */
  value: string;
}

const SHOWN = 60;
const shown = (value: unknown) => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
};

function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  let value = raw;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

function reasonOf(issue: z.core.$ZodIssue, value: unknown): FaultReason {
  if (value === undefined || value === null) return 'missing';
  switch (issue.code) {
    case 'invalid_type':
      return 'type';
    case 'too_small':
      return typeof value === 'number' ? 'too-small' : 'empty';
    case 'too_big':
      return 'too-big';
    case 'invalid_value':
      return 'unknown';
    case 'custom':
      return (['zone', 'clause', 'twice'] as const).find((one) => one === issue.message) ?? 'form';
    default:
      return 'form';
  }
}

export type ProfileCheck =
  | { profile: RegulationProfile; faults: null }
  | { profile: null; faults: ProfileFault[] };

/** The profile that `raw` holds, or everything that is wrong with it. Never throws. */
export function checkProfile(raw: unknown): ProfileCheck {
  const parsed = regulationProfileSchema.safeParse(raw);
  if (parsed.success) return { profile: parsed.data, faults: null };
  const faults = parsed.error.issues.map((issue): ProfileFault => {
    const value = valueAt(raw, issue.path);
    return {
      path: issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key)),
      reason: reasonOf(issue, value),
      value: value === undefined || value === null ? '' : shown(value),
    };
  });
  return { profile: null, faults };
}

/** Why a file holds no profile at all. */
export type ProfileFileTrouble = 'too-large' | 'not-json' | 'not-profile' | 'newer';

/** Reads a profile from a file's text. Never throws. */
export function readProfileFile(text: string): ProfileCheck | { trouble: ProfileFileTrouble } {
  if (text.length > PROFILE_TEXT_LIMIT) return { trouble: 'too-large' };
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return { trouble: 'not-json' };
  }
  if (valueAt(raw, ['format']) !== FORMAT) return { trouble: 'not-profile' };
  const version = valueAt(raw, ['version']);
  if (typeof version !== 'number') return { trouble: 'not-profile' };
  if (version > VERSION) return { trouble: 'newer' };
  return checkProfile(valueAt(raw, ['profile']));
}

/** The profile as a file that `readProfileFile` reads. */
export function printProfile(profile: RegulationProfile): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, profile }, null, 2)}\n`;
}
