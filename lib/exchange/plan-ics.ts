import ICAL from 'ical.js';
import type { PlanEntry } from '../registry/plan';
import { dayOf, instantAt, wallTime } from '../regulation/zone';
import type { RawRow } from './plan-file';

/** Minutes that an entry with a time takes in a calendar. */
const LONG_MINUTES = 30;
/** Minutes before the time at which the calendar reminds of it. */
const REMIND_MINUTES = 15;
/** Entries of ours are known again by this end of their UID. */
const OURS = '@vakhta';

/** Which property of an event holds which of an entry's texts. */
const TEXTS = [
  ['description', 'text'],
  ['comment', 'note'],
  ['categories', 'rubric'],
  ['contact', 'responsible'],
  ['x-vakhta-occasion', 'occasion'],
] as const;

export interface PlanCalendar {
  /** Name of the calendar. */
  name: string;
  entries: readonly PlanEntry[];
  timeZone: string;
  /** Milliseconds since the epoch. */
  now: number;
  /** Name of an account for people, by its id. */
  nameOf(account: string): string | undefined;
  /** What the calendar says when it reminds. */
  reminder(title: string): string;
}

const STATUS: Readonly<Record<PlanEntry['state'], string>> = {
  idea: 'TENTATIVE',
  draft: 'TENTATIVE',
  ready: 'CONFIRMED',
  published: 'CONFIRMED',
  dropped: 'CANCELLED',
};

const utc = (instant: number) => ICAL.Time.fromJSDate(new Date(instant), true);

/**
 * The plan as a calendar (RFC 5545). An entry with a time is an event that reminds of itself while it
 * is not published; one without is the day's.
 */
export function planCalendar(calendar: PlanCalendar): string {
  const { entries, timeZone, now, nameOf, reminder } = calendar;
  const root = new ICAL.Component(['vcalendar', [], []]);
  root.updatePropertyWithValue('prodid', '-//Vakhta//Content plan//RU');
  root.updatePropertyWithValue('version', '2.0');
  root.updatePropertyWithValue('calscale', 'GREGORIAN');
  root.updatePropertyWithValue('x-wr-calname', calendar.name);
  for (const entry of entries) {
    const event = new ICAL.Component('vevent');
    event.updatePropertyWithValue('uid', `${entry.id}${OURS}`);
    event.updatePropertyWithValue('dtstamp', utc(now));
    event.updatePropertyWithValue('sequence', entry.revision);
    event.updatePropertyWithValue('summary', entry.title);
    event.updatePropertyWithValue('status', STATUS[entry.state]);
    for (const [property, column] of TEXTS)
      if (entry[column] !== '') event.updatePropertyWithValue(property, entry[column]);
    const where = entry.accounts.flatMap((id) => nameOf(id) ?? []).join(', ');
    if (where !== '') event.updatePropertyWithValue('location', where);
    if (entry.time === null) {
      event.updatePropertyWithValue('dtstart', ICAL.Time.fromDateString(entry.day));
      event.updatePropertyWithValue('transp', 'TRANSPARENT');
    } else {
      const begins = instantAt(entry.day, entry.time, timeZone);
      event.updatePropertyWithValue('dtstart', utc(begins));
      event.updatePropertyWithValue('dtend', utc(begins + LONG_MINUTES * 60_000));
      if (entry.state !== 'published' && entry.state !== 'dropped') {
        const alarm = new ICAL.Component('valarm');
        alarm.updatePropertyWithValue('action', 'DISPLAY');
        alarm.updatePropertyWithValue('description', reminder(entry.title));
        const before = ICAL.Duration.fromSeconds(-REMIND_MINUTES * 60);
        alarm.updatePropertyWithValue('trigger', before);
        event.addSubcomponent(alarm);
      }
    }
    root.addSubcomponent(event);
  }
  return `${root.toString()}\r\n`;
}

/**
 * The events of a calendar as rows of a plan file; null for a text that is no calendar. Events that
 * return come once, on their first day.
 */
export function calendarRows(text: string, timeZone: string): RawRow[] | null {
  let root: ICAL.Component;
  try {
    root = new ICAL.Component(ICAL.parse(text));
  } catch {
    return null;
  }
  if (root.name !== 'vcalendar') return null;
  for (const zone of root.getAllSubcomponents('vtimezone'))
    ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  return root.getAllSubcomponents('vevent').map((component, place) => {
    const event = new ICAL.Event(component);
    const cells: RawRow['cells'] = { title: event.summary ?? '' };
    for (const [property, column] of TEXTS) {
      const value = component.getFirstPropertyValue(property);
      if (typeof value === 'string') cells[column] = value;
    }
    const { startDate: start } = event;
    if (start?.isDate) cells.day = start.toString();
    else if (start) {
      // A time without a zone is one that people read off the clock where they are.
      const floats = start.zone === ICAL.Timezone.localTimezone;
      const clock = floats
        ? start.toString()
        : wallTime(start.toJSDate().getTime(), timeZone).toISOString();
      cells.day = floats ? clock.slice(0, 10) : dayOf(start.toJSDate().getTime(), timeZone);
      cells.time = clock.slice(11, 16);
    }
    const uid = event.uid ?? '';
    if (uid.endsWith(OURS)) cells.id = uid.slice(0, -OURS.length);
    if (component.getFirstPropertyValue('status') === 'CANCELLED') cells.state = 'dropped';
    return { row: place + 1, cells };
  });
}
