import type { chart as source } from '../ru/chart';

export const chart: typeof source = {
  view: (title) => `How to show: ${title}`,
  chart: 'Chart',
  table: 'Table',
};
