import { v7 as uuidv7 } from 'uuid';
import { storage } from 'wxt/utils/storage';
import * as z from 'zod/mini';
import { ENTRIES_LIMIT, type Entry, entryKey, entrySchema } from '../moderation/dictionary';

/** Several pages and the worker change the dictionary; each waits for the one before. */
const LOCK = 'vakhta:dictionary';

const item = storage.defineItem<unknown>('local:dictionary', { fallback: { entries: [] } });
const storedSchema = z.object({ entries: z.array(z.unknown()) });

/** Entries that parse, in their order; a broken one never costs the others. */
function healed(stored: unknown): Entry[] {
  const parsed = storedSchema.safeParse(stored);
  if (!parsed.success) return [];
  const entries = new Map<string, Entry>();
  for (const raw of parsed.data.entries.slice(0, ENTRIES_LIMIT)) {
    const entry = entrySchema.safeParse(raw);
    if (entry.success && !entries.has(entry.data.id)) entries.set(entry.data.id, entry.data);
  }
  return [...entries.values()];
}

/** Thrown when a change would make the dictionary longer than `ENTRIES_LIMIT`. */
export class DictionaryFull extends Error {
  override name = 'DictionaryFull';
}

/** The entries as stored, oldest first. Never rejects for bad data. */
export async function loadEntries(): Promise<Entry[]> {
  return healed(await item.getValue());
}

/**
 * Changes the entries and gives the new ones; changes made at once in several places all count. Only in
 * Vakhta's own pages and worker: a content script has the locks of the page it is in.
 * @throws DictionaryFull when there are too many; whatever the storage throws (disk full)
 */
export async function changeEntries(
  change: (entries: readonly Entry[]) => readonly Entry[],
): Promise<Entry[]> {
  return navigator.locks.request(LOCK, async () => {
    const next = z.array(entrySchema).parse(change(await loadEntries()));
    if (next.length > ENTRIES_LIMIT) throw new DictionaryFull();
    await item.setValue({ entries: next });
    return next;
  });
}

/** Calls back with the entries after each change, in whatever world it was made. Returns a stop. */
export function watchEntries(onChange: (entries: Entry[]) => void): () => void {
  return item.watch((stored) => onChange(healed(stored)));
}

/** Adds an exception for all rules; one that is there already stays as it is. */
export async function addException(phrase: string): Promise<void> {
  const entry = entrySchema.parse({
    id: uuidv7(),
    kind: 'exception',
    phrase,
    rule: null,
    note: '',
  });
  const key = entryKey(entry);
  await changeEntries((entries) =>
    entries.some((other) => entryKey(other) === key) ? entries : [...entries, entry],
  );
}

/** An entry of a file or a form that has no id yet. */
export type EntryDraft = Entry extends infer Each
  ? Each extends Entry
    ? Omit<Each, 'id'>
    : never
  : never;

/** What taking drafts in does to the entries there are. */
export interface Intake {
  entries: Entry[];
  /** What becomes of each draft, in their order. */
  outcomes: ('added' | 'changed' | 'same')[];
}

/**
 * Puts drafts among the entries: one of the same kind and words is replaced and keeps its id, others are
 * added.
 * @param says the fields that the drafts' file speaks of; a known entry keeps its others
 */
export function takeIn(
  entries: readonly Entry[],
  drafts: readonly EntryDraft[],
  says: ReadonlySet<string>,
): Intake {
  const byKey = new Map(entries.map((entry) => [entryKey(entry), entry]));
  const outcomes: Intake['outcomes'] = [];
  for (const draft of drafts) {
    const entry: Entry = { ...draft, id: uuidv7() };
    const key = entryKey(entry);
    const known = byKey.get(key);
    const next = known ? updated(known, draft, says) : entry;
    outcomes.push(!known ? 'added' : isSame(known, next) ? 'same' : 'changed');
    byKey.set(key, next);
  }
  return { entries: [...byKey.values()], outcomes };
}

/** The known entry with what the draft says of it; both are of one kind. */
function updated(known: Entry, draft: EntryDraft, says: ReadonlySet<string>): Entry {
  const said = Object.entries(draft).filter(([field]) => says.has(field));
  return { ...known, ...Object.fromEntries(said) };
}

function isSame(one: Entry, other: Entry): boolean {
  return Object.entries(one).every(([field, value]) => other[field as keyof Entry] === value);
}
