import type { Messages } from '..';

export const screen: Messages['screen'] = {
  clearSearch: 'Clear the search',
  reset: 'Reset',
  resetAll: 'Reset filters',
  loading: 'Reading the registry…',
  network: 'Network',
  criterion: 'Criterion',
  body: 'Body',
  allBodies: 'All bodies',
  account: 'Account',
  allAccounts: 'All accounts',
};
