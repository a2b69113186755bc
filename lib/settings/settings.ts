import { storage } from 'wxt/utils/storage';
import * as z from 'zod/mini';
import { CRITERIA, type Criterion } from '../moderation/contract';

/** What a key on the page or in the panel does; the defaults are physical keys (`event.code`). */
export const DEFAULT_KEYS = {
  next: 'KeyJ',
  previous: 'KeyK',
  keep: 'KeyX',
  note: 'KeyN',
  blacklist: 'KeyB',
  openMenu: 'KeyM',
  remove: 'KeyD',
  undo: 'KeyU',
  except: 'KeyE',
  thread: 'KeyZ',
  search: 'Slash',
  help: 'Shift+Slash',
  nextRemark: 'Alt+KeyJ',
  acceptRemark: 'Alt+Enter',
  ignoreRemark: 'Alt+KeyI',
} as const;
export type KeyAction = keyof typeof DEFAULT_KEYS;
export const KEY_ACTIONS = Object.keys(DEFAULT_KEYS) as KeyAction[];

const keysSchema = z.object(
  Object.fromEntries(
    KEY_ACTIONS.map((action) => [
      action,
      z.catch(z.string().check(z.minLength(1)), DEFAULT_KEYS[action]),
    ]),
  ) as Record<KeyAction, z.ZodMiniCatch<z.ZodMiniString>>,
);
const criteriaSchema = z.object(
  Object.fromEntries(
    CRITERIA.map((criterion) => [criterion, z.catch(z.boolean(), true)]),
  ) as Record<Criterion, z.ZodMiniCatch<z.ZodMiniBoolean>>,
);

/**
 * Everything the operator can set. Each field heals by itself: a value that does not parse falls back
 * to its default, so that a broken storage never stops the watch.
 */
export const settingsSchema = z.object({
  /** Name written into every record; empty until the operator gives one. */
  operator: z.catch(z.string().check(z.maxLength(200)), ''),
  locale: z.catch(z.enum(['ru', 'en']), 'ru'),
  theme: z.catch(z.enum(['auto', 'light', 'dark']), 'auto'),
  criteria: z.catch(criteriaSchema, criteriaSchema.parse({})),
  /** Probable findings are shown, more quietly than certain ones. */
  probable: z.catch(z.boolean(), true),
  /** `tint`: underline and tint; `line`: underline alone. */
  marks: z.catch(z.enum(['tint', 'line']), 'tint'),
  keys: z.catch(keysSchema, keysSchema.parse({})),
  /** Months after which personal data in evidence are erased; the regulation profile gives the default. */
  retentionMonths: z.catch(z.int().check(z.gte(1), z.lte(600)), 36),
  /** Hosts on which Vakhta stays silent until the operator resumes it. */
  pausedHosts: z.catch(z.array(z.string()), []),
  draftCheck: z.catch(z.boolean(), true),
  /** Ids of style rules that the operator does not want to see again. */
  ignoredStyleRules: z.catch(z.array(z.string()), []),
});
export type Settings = z.infer<typeof settingsSchema>;

export const DEFAULT_SETTINGS: Settings = settingsSchema.parse({});

const item = storage.defineItem<unknown>('local:settings', { fallback: {} });

function healed(stored: unknown): Settings {
  const parsed = settingsSchema.safeParse(stored);
  return parsed.success ? parsed.data : DEFAULT_SETTINGS;
}

/** The settings as stored; defaults where nothing or nonsense is stored. Never rejects for bad data. */
export async function loadSettings(): Promise<Settings> {
  return healed(await item.getValue());
}

/** Changes the given fields and keeps the rest. Rejects when the storage does (disk full). */
export async function changeSettings(change: Partial<Settings>): Promise<Settings> {
  const next = settingsSchema.parse({ ...(await loadSettings()), ...change });
  await item.setValue(next);
  return next;
}

/** Calls back with the new settings after each change, in whatever world it was made. Returns a stop. */
export function watchSettings(onChange: (settings: Settings) => void): () => void {
  return item.watch((stored) => onChange(healed(stored ?? {})));
}
