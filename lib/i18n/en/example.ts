import { countEn } from '../plural';

export const example = {
  title: 'Example',
  hint: 'An invented region: bodies, accounts, publications, plan and moderation of several months. Kept apart from your registry.',
  ribbon: 'Bodies, people and records are invented. Change anything: your registry is kept apart.',
  open: 'Look at an example',
  own: 'To my registry',
  remove: 'Remove the example',
  renew: 'Make it anew',
  kept: 'The example lies in this browser. Remove it when you have seen enough.',
  loading: 'Making the example',
  loadingHint: 'This takes a few seconds.',
  rows: (rows: number) => `${countEn(rows, 'row', 'rows')} ready`,
  removing: 'Removing the example',
  failed: 'The example was not made',
  failedHint: 'The disk seems to be full. Your registry is whole.',
  again: 'Try again',
  noCopies: 'This is an example; copies are made of your own registry.',
};
