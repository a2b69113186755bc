import type { dashboard as ru } from '../ru/dashboard';

export const dashboard: typeof ru = {};
