import type { NoticeEvent } from '../../registry/notices';
import { countEn } from '../plural';

const days = (n: number) => countEn(n, 'day', 'days');

export const today = {
  waits: 'Waiting for you',
  calm: 'All done for today',
  calmHint: 'Nothing is due, and the plan of today is empty.',
  report: 'Weekly report',
  more: (n: number) => `and ${n} more`,
  notices: 'Notices',
  event: { created: 'created', deleted: 'deleted' } satisfies Record<NoticeEvent, string> as Record<
    NoticeEvent,
    string
  >,
  overdue: (n: number) => `${days(n)} late`,
  lastDay: 'last day is today',
  left: (n: number) => `${days(n)} left`,
  plan: 'Plan of today',
  anyTime: 'any time',
  noText: 'no text yet',
  state: {
    idea: 'idea',
    draft: 'draft',
    ready: 'ready',
    published: 'published',
    dropped: 'dropped',
  },
  accountsOf: (n: number) => countEn(n, 'account', 'accounts'),
  checks: 'Checks',
  checksDue: (points: number, accounts: number) =>
    `${countEn(points, 'point', 'points')} due at ${countEn(accounts, 'account', 'accounts')}`,
  tabs: 'In open tabs',
  commentsWait: (n: number) => `${countEn(n, 'comment waits', 'comments wait')}`,
  blind: 'I see no comments: the network seems to have changed its markup',
  goTab: (network: string) => `Go to the tab: ${network}`,
  norm: 'Norm of the week',
  normAll: (done: number, norm: number) => `${done} of ${norm}`,
  normBehind: (n: number, all: number) =>
    n === 0 ? 'Nobody is behind.' : `${n} of ${all} are behind. Most of all:`,
  normSince: (day: string) => `Counted since ${day}: Vakhta saw nothing of what came before.`,
  lacks: (n: number) => `${n} short`,
  normEmpty: 'The registry has no accounts yet.',
  normLink: 'All accounts',
  paper: 'Registry on the site',
  publishedOn: (day: string) => `Published on ${day}.`,
  publishedNever: 'Never published yet.',
  publishedChanged: (n: number) =>
    n === 0 ? 'Nothing has changed since.' : `Changed since: ${n}.`,
};
