/**
 * The screens of the dashboard in the order of the menu: name in `messages.dashboard.nav`, and address.
 * The menu, the routes, the run for accessibility (`tests/e2e/dashboard.spec.ts`) and the pictures
 * (`scripts/pictures.ts`) follow from here; what a screen is made of stands in `Dashboard.tsx`.
 */
export const SCREENS = [
  { name: 'overview', path: '/' },
  { name: 'registry', path: '/registry' },
  { name: 'plan', path: '/plan' },
  { name: 'publications', path: '/publications' },
  { name: 'log', path: '/log' },
  { name: 'offenders', path: '/offenders' },
  { name: 'checks', path: '/checks' },
  { name: 'report', path: '/report' },
  { name: 'draft', path: '/draft' },
  { name: 'rules', path: '/rules' },
  { name: 'regulation', path: '/regulation' },
  { name: 'safety', path: '/safety' },
  { name: 'settings', path: '/settings' },
  { name: 'about', path: '/about' },
] as const;
export type ScreenName = (typeof SCREENS)[number]['name'];
