import { countEn } from '../plural';
import type { checks as ru } from '../ru/checks';

const points = (n: number) => countEn(n, 'point', 'points');
const days = (n: number) => countEn(n, 'day', 'days');

export const checks: typeof ru = {
  title: 'Checks',
  found: (waiting, all) =>
    waiting === 0 ? `${points(all)}, all checked` : `To be checked: ${waiting} of ${all}`,
  foundOf: (n, all) => `${n} of ${points(all)}`,
  search: 'Account, body or point',
  filters: 'Filters',
  list: 'List',
  state: 'State',
  states: {
    bad: 'not in order',
    overdue: 'overdue',
    never: 'never checked',
    soon: 'due soon',
    good: 'in order',
  },
  table: 'Points to check',
  keys: 'Enter opens; for the open point 1 is yes, 2 is no, 3 is cannot tell',
  fileTitle: 'Vakhta checks',
  column: {
    account: 'Account',
    body: 'Body',
    network: 'Network',
    item: 'Point',
    state: 'State',
    due: 'Check until',
    last: 'Looked at',
    operator: 'Who',
    evidence: 'What was seen',
  },
  empty: {
    title: 'Nothing to check yet',
    hint: 'Add accounts to the registry: each gets points of security and appearance with dates.',
    link: 'Open the registry',
    noneTitle: 'Nothing under these filters',
    noneHint: 'Remove some of them or check the spelling.',
  },
  card: {
    label: 'Point to check',
    missing: 'There is no such point any more',
    missingHint: 'It was taken out of the regulation or the account is deleted.',
    clause: (title, clause) => `${title}, clause ${clause}`,
    every: (n) => `every ${days(n)}`,
    due: (day) => `check until ${day}`,
    open: 'Open the account in the network',
    question: 'How is it now?',
    results: { yes: 'Yes, in order', no: 'No', unknown: 'Cannot tell' },
    evidence: 'What was seen and where',
    evidenceHint: 'For example: settings of the community, section “Security”.',
    fromPage: 'The page shows',
    history: 'Earlier looks',
    never: 'Nobody has looked at this point yet.',
    page: 'read from the page',
    answered: (item) => `Recorded: ${item}`,
  },
  evidence: {
    description: (text) => `On the page: “${text}”`,
    avatar: 'The page has a picture',
    cover: 'The page shows a cover',
    contacts: (text) => `In the description: ${text}`,
  },
};
