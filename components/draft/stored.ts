import { storage } from 'wxt/utils/storage';
import * as z from 'zod/mini';
import { REGISTERS } from '../../lib/style/registers';
import { WALK_STEPS } from './press-release';

const walkSchema = z.object({
  step: z.enum(WALK_STEPS),
  /** Steps that the author has called done. */
  done: z.catch(z.array(z.enum(WALK_STEPS)), []),
  /** The text as it was when the walk began. */
  before: z.catch(z.string(), ''),
  finished: z.catch(z.boolean(), false),
});
/** How far the author has come from a press release to a post. */
export type Walk = z.infer<typeof walkSchema>;

const draftSchema = z.object({
  text: z.catch(z.string(), ''),
  walk: z.catch(z.nullable(walkSchema), null),
  /** What the text is for. */
  register: z.catch(z.enum(REGISTERS), 'post'),
});
export type StoredDraft = z.infer<typeof draftSchema>;

export const NO_DRAFT: StoredDraft = { text: '', walk: null, register: 'post' };

const item = storage.defineItem<unknown>('local:draft', { fallback: {} });

/** A draft out of the storage; what is nonsense in it is as if it were not there. */
export function healDraft(stored: unknown): StoredDraft {
  const parsed = draftSchema.safeParse(stored ?? {});
  return parsed.success ? parsed.data : NO_DRAFT;
}

/** The draft as it was left; empty when there is none or the storage is broken. */
export async function loadDraft(): Promise<StoredDraft> {
  return healDraft(await item.getValue());
}

/** How long a change may wait to be stored, milliseconds. */
const WAIT_MS = 300;

/** Stores the draft shortly after each change, and at once when asked to. */
export class DraftKeeper {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waiting: StoredDraft | null = null;

  /** @param onOutcome told after each attempt whether the draft is on the disk */
  constructor(private readonly onOutcome: (saved: boolean) => void) {}

  keep(draft: StoredDraft): void {
    this.#waiting = draft;
    this.#timer ??= setTimeout(() => this.flush(), WAIT_MS);
  }

  /** Stores what waits without waiting on. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const draft = this.#waiting;
    this.#waiting = null;
    if (!draft) return;
    item.setValue(draft).then(
      () => this.onOutcome(true),
      () => this.onOutcome(false),
    );
  }
}
