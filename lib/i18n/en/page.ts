import type { page as ru } from '../ru/page';

export const page: typeof ru = {};
