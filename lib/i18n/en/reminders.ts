import { countEn } from '../plural';
import type { reminders as source } from '../ru/reminders';

export const reminders: typeof source = {
  title: 'Reminders',
  hint: 'Of the plan and of deadlines, even when Vakhta is closed. None comes unless you agree.',
  button: 'Remind me…',
  ask: 'The browser will ask whether notifications of the plan and of deadlines may be shown. They hold time, occasion and account, never the text.',
  denied: 'The browser did not allow it. Press again, or allow notifications in its settings.',
  morning: 'Good morning! Waiting for you today',
  morningHint:
    'And once a day, from nine in the morning: what is overdue and what today’s plan has without a time.',
  before: 'Remind me of a publication',
  choice: (minutes) =>
    minutes === 0
      ? 'on time'
      : minutes < 60
        ? `${countEn(minutes, 'minute', 'minutes')} before`
        : `${countEn(minutes / 60, 'hour', 'hours')} before`,
  stop: 'Remind me no more',
  entry: (time, occasion) =>
    occasion === '' ? `${time}: a planned publication` : `${time}: ${occasion}`,
  noAccount: 'No account chosen yet',
  accounts: (name, more) => (more > 0 ? `${name} and ${more} more` : name),
  many: (n) => `${countEn(n, 'publication', 'publications')} planned soon`,
  from: (time) => `The first at ${time}`,
  anyTime: (n) => `Planned without a time: ${countEn(n, 'publication', 'publications')}`,
  notices: (n) => `Overdue: ${countEn(n, 'notice', 'notices')}`,
  checks: (points, accounts) =>
    `To be checked: ${countEn(points, 'point', 'points')} at ${countEn(accounts, 'account', 'accounts')}`,
};
