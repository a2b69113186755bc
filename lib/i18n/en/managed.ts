import type { Messages } from '../index';

export const managed: Messages['managed'] = {
  fixed: 'Set by your administrator.',
  fixedShort: 'Set by your administrator',
  networkOff: (host) => `${host}: your administrator has switched Vakhta off here.`,
  note: 'Some settings are set by your administrator. They are the same in every browser and cannot be changed here.',
  faulty: (names) =>
    `Vakhta did not understand and did not apply: ${names}. Show this to your administrator.`,
};
