import { addDays, dayOf, instantAt } from './zone';

/** What was told already: by key, the moment (milliseconds since the epoch) after which it may be forgotten. */
export type Told = Readonly<Record<string, number>>;

/** An entry of the plan, as far as reminding goes. */
export interface Remindable {
  id: string;
  /** Day in the region, `YYYY-MM-DD`. */
  day: string;
  /** Time in the region, `HH:MM`; an entry without one is told of in the morning. */
  time: string | null;
}

const MINUTE_MS = 60_000;
/** How long after its time an entry is still told of, when the browser was closed or the machine asleep. */
const LATE_MS = 60 * MINUTE_MS;
/** When the day's summary is told, by the operator's own clock. */
const MORNING = '09:00';

interface Question<Entry extends Remindable> {
  /** Those that are still to be done, of yesterday, today and tomorrow in the region. */
  entries: readonly Entry[];
  told: Told;
  /** Milliseconds since the epoch. */
  now: number;
  /** Minutes before an entry's time. */
  before: number;
  /** The region's zone, in which the plan is written. */
  zone: string;
  /** The zone of the machine that the operator sits at. */
  here: string;
}

/** What is to be told now, and when to look again. */
export interface Due<Entry extends Remindable> {
  entries: readonly Entry[];
  /** The day's summary is due. */
  morning: boolean;
  /** `told` as it must be stored before anything is told: what is over is forgotten. */
  told: Told;
  /** The next moment at which something may be due, milliseconds since the epoch; a day away at most. */
  next: number;
}

/**
 * What is due now and has not been told. An entry that was moved to another time is told of anew; one
 * whose time is long gone, never: the first screen says so.
 */
export function dueNow<Entry extends Remindable>(question: Question<Entry>): Due<Entry> {
  const { now, before, zone, here } = question;
  const told: Record<string, number> = {};
  for (const [key, until] of Object.entries(question.told)) if (until > now) told[key] = until;

  const today = dayOf(now, here);
  const atNine = instantAt(today, MORNING, here);
  const tomorrow = instantAt(addDays(today, 1), MORNING, here);
  const morningKey = `morning ${today}`;
  const morning = now >= atNine && !(morningKey in told);
  // Remembered though nothing may wait: what comes up later in the day is no morning's matter. Kept over
  // the day, lest a clock that is put back tells it twice.
  if (morning) told[morningKey] = tomorrow;

  const due: Entry[] = [];
  let next = now < atNine ? atNine : tomorrow;
  for (const entry of question.entries) {
    if (entry.time === null) continue;
    const at = instantAt(entry.day, entry.time, zone);
    const from = at - before * MINUTE_MS;
    const key = `${entry.id} ${at}`;
    if (now < from) next = Math.min(next, from);
    else if (now < at + LATE_MS && !(key in told)) {
      due.push(entry);
      told[key] = at + LATE_MS;
    }
  }
  return { entries: due, morning, told, next };
}
