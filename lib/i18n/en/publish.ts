import { countEn } from '../plural';
import type { publish as ru } from '../ru/publish';

const accounts = (n: number) => countEn(n, 'account', 'accounts');

export const publish: typeof ru = {
  title: 'Publish the registry',
  why: (clause) =>
    `Clause ${clause}: the current registry stands on the official site. Save it here, put it there and mark it.`,
  asOf: (day) => `As of ${day}`,
  last: {
    never: 'Never published yet.',
    was: (when, operator) =>
      operator === '' ? `Last published ${when}.` : `Last published ${when}, ${operator}.`,
    same: 'The site shows what the registry holds.',
    differs: (n) => `${countEn(n, 'difference', 'differences')} from what the site shows.`,
  },
  mark: 'Mark as published',
  marked: (n) => `Marked as published: ${accounts(n)}`,
  save: 'Save',
  formats: {
    page: 'Page for the site (HTML)',
    fragment: 'Part of a page to paste (HTML)',
    xlsx: 'Excel table (XLSX)',
    csv: 'CSV table',
    json: 'Open data (JSON)',
    schema: 'Description of the data (JSON Schema)',
  },
  copy: 'Copy for pasting into the site',
  copied: 'The code is on the clipboard: paste it into the site in HTML mode',
  notCopied: 'The browser did not let it be copied. Save the part of a page as a file.',
  notSaved: 'The file was not made. The registry is safe — try again.',
  saved: (name) => `Ready: ${name}`,
  private: 'Responsible people, access, telephones and notes are in none of these files.',
  preview: 'How it looks',
  changes: 'What has changed',
  added: 'Added',
  changed: 'Changed',
  removed: 'Removed',
  first: 'This is the first publication: there is nothing to compare with yet.',
  more: (n) => `and ${n} more`,
  history: 'Earlier publications',
  historyRow: (when, count, operator) =>
    `${when} — ${accounts(count)}${operator === '' ? '' : `, ${operator}`}`,
  empty: {
    title: 'Nothing to publish yet',
    hint: 'Add a public body and its accounts to the registry: a page ready for the site appears here.',
    link: 'Open the registry',
  },
  file: {
    name: 'Registry of official accounts',
    schemaName: 'Registry of official accounts, description of the data',
    part: 'part of a page',
    title: 'Registry of official accounts in social networks',
    asOf: (day) => `As of ${day}:`,
    ground: (clause, act) => `Published under clause ${clause}. ${act}.`,
    total: (n, bodies) => `${accounts(n)}, ${countEn(bodies, 'body', 'bodies')}.`,
    caption: 'Accounts by public body',
    none: 'There are no accounts.',
    column: {
      body: 'Public body',
      above: 'Subordinate to',
      name: 'Account',
      network: 'Social network',
      address: 'Address',
      created: 'Created',
      day: 'As of',
      change: (day) => `Changed since ${day}`,
    },
    unknown: 'no data',
    changesSince: (day) => `What has changed since ${day}`,
    noChanges: 'Nothing has changed.',
    isNew: 'added',
    field: {
      name: 'name',
      address: 'address',
      network: 'social network',
      bodies: 'public body',
      created: 'day of creation',
    },
    was: (field, before) => `${field} (before: ${before})`,
  },
};
