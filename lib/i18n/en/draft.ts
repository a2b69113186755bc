import type { draft as ru } from '../ru/draft';

export const draft: typeof ru = {};
