import { countEn } from '../plural';
import type { dashboard as ru } from '../ru/dashboard';

export const dashboard: typeof ru = {
  nav: {
    label: 'Sections',
    overview: 'Today',
    registry: 'Registry',
    publications: 'Publications',
    plan: 'Plan',
    log: 'Moderation',
    offenders: 'Offenders',
    checks: 'Checks',
    report: 'Report',
    draft: 'Draft',
    rules: 'Rules',
    regulation: 'Regulation',
    safety: 'Safekeeping',
    settings: 'Settings',
    about: 'About',
    skip: 'To the content',
  },
  otherZone: (region, here) => `Time of the region, ${region}. This computer is at ${here}.`,
  next: {
    firstAccount: 'Add the first account',
    open: (name: string) => `Open: ${name}`,
  },
  yesterday: 'yesterday',
  today: 'today',
  screenBroken: 'This screen did not open',
  screenBrokenHint:
    'The records are safe. Reload the page. If that does not help, send us this line:',
  reload: 'Reload the page',
  registryBroken: 'The registry does not open',
  registryBrokenHint:
    'The records are on the disk. Close other tabs of Vakhta and reload the page. If that does not help, restart the browser.',
  notSaved: 'The record was not saved',
  notSavedHint: 'The registry does not answer. Nothing has changed — press once more.',
  retry: 'Try again',
  overview: {
    nameTitle: 'What is your name?',
    nameHint:
      'It goes into every record: a year from now it is clear who removed a comment and why.',
    namePlaceholder: 'For example: Anna Kovaleva',
    nameSave: 'Remember',
    handledToday: 'Handled today',
    handled: (n) => countEn(n, 'comment', 'comments'),
    violationsWeek: 'Violations in 7 days',
    keptWeek: (n) => `Judged no violation: ${n}`,
    upkeep: (percent) =>
      `Vakhta was updated and is rearranging the log: ${percent}%. All records are here, you can go on working.`,
    waiting: (n) =>
      `Waiting for the registry: ${n}. The browser keeps them, they will not be lost.`,
    rejected: (n) =>
      `${countEn(n, 'record', 'records')} did not pass the check and is kept aside; nothing was erased.`,
    recent: 'Latest records',
    all: 'All moderation',
    emptyTitle: 'Your shift will appear here',
    emptyHint:
      'Open your page in a social network and the discussion under a post. Vakhta highlights violations, and records it by itself when you delete a comment.',
    emptyQuiet: 'No records yet today.',
    quietWeek: 'Not one violation in a week.',
  },
};
