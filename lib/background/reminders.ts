import { browser } from 'wxt/browser';
import { storage } from 'wxt/utils/storage';
import * as z from 'zod/mini';
import { messagesOf } from '../i18n';
import { listAccounts } from '../registry/accounts';
import { openRegistry } from '../registry/database';
import { lastLooks } from '../registry/last-looks';
import { listNotices } from '../registry/notices';
import { type PlanEntry, planBetween } from '../registry/plan';
import { checksDue, isToDo, noticesDue } from '../regulation/agenda';
import type { RegulationProfile } from '../regulation/profile';
import { dueNow } from '../regulation/reminders';
import { addDays, dayOf, offsetName, zoneOffset } from '../regulation/zone';
import { loadRegulation } from '../settings/regulation';
import { REMINDER_PERMISSION } from '../settings/reminding';
import { loadSettings } from '../settings/settings';
import { openDashboard } from './open';

/** Name of the alarm that rings when something is due next. */
export const REMINDER_ALARM = 'reminder';

/** More entries at one moment are told of in one notification. */
const APART = 3;

const toldItem = storage.defineItem<unknown>('local:reminded', { fallback: {} });
const toldSchema = z.record(z.string(), z.number());

/** One notification. Its id says where a click leads, since the worker that showed it may be gone by then. */
interface Note {
  id: string;
  title: string;
  message: string;
}

const ENTRY_ID = /^entry ([0-9a-f-]{36}) /;
const PLACES: Readonly<Record<string, string>> = {
  plan: '#/plan',
  notices: '#/registry?tab=notices',
  checks: '#/checks',
};

/** The dashboard's place that a notification's id leads to. */
function placeOf(id: string): string {
  const entry = ENTRY_ID.exec(id)?.[1];
  if (entry !== undefined) return `#/plan?entry=${entry}`;
  return PLACES[id.split(' ', 1)[0] ?? ''] ?? '#/';
}

/** Absent where the permission is. */
const notifications = () =>
  (browser as { notifications?: typeof browser.notifications }).notifications;

/** Tells of what is due, once each, whatever becomes of the worker in between. */
export class Reminders {
  #listens = false;
  #last: Promise<void> = Promise.resolve();

  /** Hears clicks. In the worker's first turn, and again when the permission has come meanwhile. */
  listen(): void {
    const own = notifications();
    if (this.#listens || !own) return;
    this.#listens = true;
    own.onClicked.addListener((id) => {
      void own.clear(id);
      void openDashboard(placeOf(id));
    });
  }

  /** Looks unless an alarm says when to: one may be forgotten with the browser's restart. Never rejects. */
  async keep(): Promise<void> {
    if (!(await browser.alarms.get(REMINDER_ALARM))) await this.look();
  }

  /**
   * Tells what is due and sets the alarm for what will be; one run at a time, or two would tell the
   * same. Never rejects.
   */
  look(): Promise<void> {
    this.#last = this.#last
      .then(() => this.#look())
      .catch((error: unknown) => console.error('Напоминание не вышло', error));
    return this.#last;
  }

  async #look(): Promise<void> {
    const { locale, remindBefore } = await loadSettings();
    if (remindBefore === null || !(await browser.permissions.contains(REMINDER_PERMISSION))) {
      await browser.alarms.clear(REMINDER_ALARM);
      return;
    }
    this.listen();
    const own = notifications();
    const registry = openRegistry();
    const { profile } = await loadRegulation();
    const now = Date.now();
    const today = dayOf(now, profile.timeZone);
    const entries = (await planBetween(registry, addDays(today, -1), addDays(today, 1))).filter(
      isToDo,
    );
    const due = dueNow({
      entries,
      told: toldSchema.safeParse(await toldItem.getValue()).data ?? {},
      now,
      before: remindBefore,
      zone: profile.timeZone,
      here: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    });
    await browser.alarms.create(REMINDER_ALARM, { when: due.next });
    // Before anything is told: a worker that dies between the two keeps silent rather than tell twice.
    await toldItem.setValue(due.told);
    const words = messagesOf(locale).reminders;
    const names = new Map((await listAccounts(registry)).map(({ id, name }) => [id, name]));
    const notes =
      due.entries.length > APART
        ? [manyNote(due.entries, profile, words)]
        : due.entries.map((entry) => entryNote(entry, profile, words, names));
    if (due.morning) notes.push(...(await morningNotes(entries, profile, words, today)));
    for (const { id, title, message } of notes)
      await own?.create(id, {
        type: 'basic',
        iconUrl: browser.runtime.getURL('/icon/128.png'),
        title,
        message,
      });
  }
}

type Words = ReturnType<typeof messagesOf>['reminders'];

/** «14:30», with the region's zone where the machine's clock shows another time. */
function timeOf({ day, time }: PlanEntry, { timeZone }: RegulationProfile): string {
  const at = Date.parse(`${day}T${time}:00Z`);
  const region = zoneOffset(at, timeZone);
  return region === -new Date(at).getTimezoneOffset()
    ? (time ?? '')
    : `${time} (${offsetName(region)})`;
}

/**
 * Others see the screen, too: when, on what occasion and where, and never the subject or the text, which
 * may name people.
 */
function entryNote(
  entry: PlanEntry,
  profile: RegulationProfile,
  words: Words,
  names: ReadonlyMap<string, string>,
): Note {
  const [first, ...rest] = entry.accounts.flatMap((id) => names.get(id) ?? []);
  return {
    id: `entry ${entry.id} ${entry.day} ${entry.time}`,
    title: words.entry(timeOf(entry, profile), entry.occasion),
    message: first === undefined ? words.noAccount : words.accounts(first, rest.length),
  };
}

function manyNote(entries: readonly PlanEntry[], profile: RegulationProfile, words: Words): Note {
  const [first] = [...entries].sort((a, b) => (a.day + a.time < b.day + b.time ? -1 : 1));
  return {
    id: `plan ${first?.day} ${first?.time} ${entries.length}`,
    title: words.many(entries.length),
    message: first ? words.from(timeOf(first, profile)) : '',
  };
}

/** What a day begins with; nothing where nothing waits. */
async function morningNotes(
  entries: readonly PlanEntry[],
  profile: RegulationProfile,
  words: Words,
  today: string,
): Promise<Note[]> {
  const registry = openRegistry();
  const [notices, accounts, looks] = await Promise.all([
    listNotices(registry),
    listAccounts(registry),
    lastLooks(registry),
  ]);
  const late = noticesDue(notices, profile, today).filter(({ left }) => left < 0).length;
  const anyTime = entries.filter(({ day, time }) => day === today && time === null).length;
  const checks = checksDue(profile, accounts, looks, today);
  const lines = [
    { place: 'plan', line: anyTime > 0 && words.anyTime(anyTime) },
    { place: 'notices', line: late > 0 && words.notices(late) },
    { place: 'checks', line: checks.points > 0 && words.checks(checks.points, checks.accounts) },
  ].flatMap(({ place, line }) => (line === false ? [] : [{ place, line }]));
  const [first] = lines;
  if (!first) return [];
  // With several of them the first screen is where they all stand.
  const place = lines.length === 1 ? first.place : 'today';
  return [
    {
      id: `${place} ${today}`,
      title: words.morning,
      message: lines.map(({ line }) => line).join('\n'),
    },
  ];
}
