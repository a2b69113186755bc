import { v7 as uuidv7 } from 'uuid';
import type { PlanEntry } from './plan';
import type { Template } from './templates';

/** Ways in which entries of the plan come to be; pure, what they give is not stored yet. */

/** An entry of which nothing is known but its day. */
export function blankEntry(day: string): PlanEntry {
  return {
    id: uuidv7(),
    revision: 1,
    day,
    time: null,
    title: '',
    occasion: '',
    accounts: [],
    format: null,
    rubric: '',
    responsible: '',
    state: 'idea',
    text: '',
    note: '',
    published: [],
    template: null,
  };
}

/** The entry that a template makes on a day. */
export function entryFrom(template: Template, day: string): PlanEntry {
  const { name, occasion, accounts, format, rubric, responsible, text, time } = template;
  return {
    ...blankEntry(day),
    title: name,
    occasion,
    accounts: [...accounts],
    format,
    rubric,
    responsible,
    text,
    time,
    state: text.trim() === '' ? 'idea' : 'draft',
    template: template.id,
  };
}

/** A template that makes entries like this one. */
export function templateFrom(entry: PlanEntry): Template {
  const { title, occasion, accounts, format, rubric, responsible, text, time } = entry;
  return {
    id: uuidv7(),
    revision: 1,
    name: title,
    occasion,
    accounts: [...accounts],
    format,
    rubric,
    responsible,
    text,
    weekdays: [],
    time,
  };
}

/**
 * The same entries on other days: what was dropped stays behind, and nothing of the copy is done yet.
 * @param dayOf the copy's day, `YYYY-MM-DD`
 */
export function copies(entries: readonly PlanEntry[], dayOf: (day: string) => string): PlanEntry[] {
  return entries
    .filter(({ state }) => state !== 'dropped')
    .map((entry) => ({
      ...entry,
      id: uuidv7(),
      revision: 1,
      day: dayOf(entry.day),
      accounts: [...entry.accounts],
      published: [],
      state: entry.text.trim() === '' ? ('idea' as const) : ('draft' as const),
    }));
}

/** Day of the week, 1 for Monday to 7. */
const weekdayOf = (day: string) => ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;

/**
 * What the recurring rubrics lack on these days: an entry for each rubric of the day's weekday that has
 * none from it there yet.
 * @param entries at least those of the days
 */
export function recurring(
  templates: readonly Template[],
  entries: readonly PlanEntry[],
  days: readonly string[],
): PlanEntry[] {
  const there = new Set(entries.map(({ template, day }) => `${template} ${day}`));
  return days.flatMap((day) =>
    templates
      .filter(({ id, weekdays }) => weekdays.includes(weekdayOf(day)) && !there.has(`${id} ${day}`))
      .map((template) => entryFrom(template, day)),
  );
}
