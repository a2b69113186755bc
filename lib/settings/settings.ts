import { storage } from 'wxt/utils/storage';
import * as z from 'zod/mini';
import { CRITERIA, type Criterion } from '../moderation/contract';
import { NETWORK_IDS, siteOf } from '../networks/hosts';
import { askManaged, loadManaged, type Managed, type ManagedValues, watchManaged } from './managed';
import { REMIND_BEFORE } from './reminding';

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

/** Longest name of an operator, UTF-16 code units. */
export const OPERATOR_LIMIT = 200;

/**
 * Everything the operator can set. Each field heals by itself: a value that does not parse falls back
 * to its default, so that a broken storage never stops the watch.
 */
export const settingsSchema = z.object({
  /** Name written into every record; empty until the operator gives one. */
  operator: z.catch(z.string().check(z.maxLength(OPERATOR_LIMIT)), ''),
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
  /**
   * Minutes before an entry of the plan at which the browser reminds of it, and that it does so at all;
   * null for no reminders. It also takes the browser's own permission.
   */
  remindBefore: z.catch(z.nullable(z.literal(REMIND_BEFORE)), null),
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

/** Hosts of the networks that the administrator has left out. */
export function hostsOff(networks: ManagedValues['networks']): string[] {
  if (!networks) return [];
  return NETWORK_IDS.filter((id) => !networks.includes(id)).flatMap((id) => siteOf(id).hosts);
}

/** The settings as they hold: what the administrator has fixed stands over the operator's own. */
function withFixed(settings: Settings, { values }: Managed): Settings {
  const { criteria, networks, probable, draftCheck, retentionMonths } = values;
  return {
    ...settings,
    criteria: { ...settings.criteria, ...criteria },
    probable: probable ?? settings.probable,
    draftCheck: draftCheck ?? settings.draftCheck,
    retentionMonths: retentionMonths ?? settings.retentionMonths,
    pausedHosts: [...new Set([...settings.pausedHosts, ...hostsOff(networks)])],
  };
}

/**
 * The settings that hold: as stored, defaults where nothing or nonsense is, and what the administrator
 * has fixed. Never rejects for bad data.
 */
export async function loadSettings(): Promise<Settings> {
  const [stored, managed] = await Promise.all([item.getValue(), loadManaged()]);
  return withFixed(healed(stored), managed);
}

/**
 * The settings as the browser itself tells them, which may take seconds after its start: for what cannot be
 * undone. Never rejects for bad data.
 */
export async function askSettings(): Promise<Settings> {
  const [stored, managed] = await Promise.all([item.getValue(), askManaged()]);
  return withFixed(healed(stored), managed);
}

/** A change without what is fixed: that stays stored as the operator had it. */
function ownChange(
  change: Partial<Settings>,
  own: Settings,
  { criteria, networks, ...fixed }: ManagedValues,
): Partial<Settings> {
  const kept = { ...change };
  for (const name of ['probable', 'draftCheck', 'retentionMonths'] as const)
    if (fixed[name] !== undefined) delete kept[name];
  if (kept.criteria && criteria)
    kept.criteria = { ...kept.criteria, ...pick(own.criteria, Object.keys(criteria)) };
  if (kept.pausedHosts) {
    const off = hostsOff(networks);
    const isOff = (host: string) => off.includes(host);
    kept.pausedHosts = [
      ...kept.pausedHosts.filter((host) => !isOff(host)),
      ...own.pausedHosts.filter(isOff),
    ];
  }
  return kept;
}

const pick = (
  from: Settings['criteria'],
  names: readonly string[],
): Partial<Settings['criteria']> =>
  Object.fromEntries(Object.entries(from).filter(([name]) => names.includes(name)));

/**
 * Changes the given fields and keeps the rest; what is fixed comes back as the operator had it when it
 * is fixed no more. Rejects when the storage does (disk full).
 */
export async function changeSettings(change: Partial<Settings>): Promise<Settings> {
  const [stored, managed] = await Promise.all([item.getValue(), loadManaged()]);
  const own = healed(stored);
  const next = settingsSchema.parse({ ...own, ...ownChange(change, own, managed.values) });
  await item.setValue(next);
  return withFixed(next, managed);
}

/**
 * Calls back with the settings that hold after each change of them or of the policy, in whatever world
 * it was made. Returns a stop.
 */
export function watchSettings(onChange: (settings: Settings) => void): () => void {
  let stopped = false;
  const tell = (settings: Settings) => {
    if (!stopped) onChange(settings);
  };
  const stops = [
    item.watch((stored) => {
      void loadManaged().then((managed) => tell(withFixed(healed(stored ?? {}), managed)));
    }),
    watchManaged(() => void loadSettings().then(tell)),
  ];
  return () => {
    stopped = true;
    for (const stop of stops) stop();
  };
}
