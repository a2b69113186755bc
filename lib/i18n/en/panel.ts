import type { panel as ru } from '../ru/panel';

export const panel: typeof ru = {};
