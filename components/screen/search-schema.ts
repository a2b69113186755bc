import * as z from 'zod/mini';

/** Longer than anything that is searched for, UTF-16 code units; an address holds it. */
export const SEARCH_LIMIT = 200;

/** What is searched for, as an address says it. */
export const searchSchema = z.catch(z.string().check(z.maxLength(SEARCH_LIMIT)), '');
