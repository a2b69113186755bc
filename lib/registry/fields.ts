import * as z from 'zod/mini';

/** Parts that rows of several tables are made of. Every text is bounded, so that no file or page can
 * fill the disk with one row. */

/** Made by whoever makes the row, a UUIDv7, so that the same row brought twice is one row. */
export const rowIdSchema = z.uuid();
/** Grows by one with each change of the row; 1 when it is made. */
export const revisionSchema = z.int().check(z.positive());
/** ISO 8601 UTC. */
export const instantSchema = z.iso.datetime();
/** Calendar day of the region, `YYYY-MM-DD`. */
export const daySchema = z.iso.date();

/** Longest texts, UTF-16 code units: what fields of forms let one type. */
export const LINE_LIMIT = 500;
export const ADDRESS_LIMIT = 4_000;
export const NOTE_LIMIT = 10_000;
export const TEXT_LIMIT = 100_000;

/** A line: names, titles, contacts. */
export const lineSchema = z.string().check(z.maxLength(LINE_LIMIT));
/** A line without which the row makes no sense. */
export const namedSchema = z.string().check(z.trim(), z.minLength(1), z.maxLength(LINE_LIMIT));
/** A web address. */
export const addressSchema = z.string().check(z.maxLength(ADDRESS_LIMIT));
/** Free text. */
export const noteSchema = z.string().check(z.maxLength(NOTE_LIMIT));
/** The text of a post. */
export const textSchema = z.string().check(z.maxLength(TEXT_LIMIT));
/** Id of something that the regulation profile lists: a kind of body, a format, a checklist. */
export const profileIdSchema = z.string().check(z.minLength(1), z.maxLength(40));

/** What every row of a table has. */
export interface TableRow {
  id: string;
  revision: number;
}
