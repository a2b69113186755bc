import * as z from 'zod/mini';
import { type Taught, taughtSchema } from '../networks/taught';
import { LESSONS_LIMIT } from '../settings/taught';

/**
 * Lessons as a file: JSON of plain selectors, each checked as if it had just been taught. What is in a
 * file is never run and never becomes markup.
 */

/** Larger files are not read at all, bytes. */
const FILE_LIMIT = 256 * 1024;
const FORMAT = 'vakhta-lessons';
const VERSION = 1;

const fileSchema = z.object({
  format: z.literal(FORMAT),
  version: z.int().check(z.positive()),
  lessons: z.array(z.unknown()),
});

export type LessonsReading =
  | { state: 'read'; lessons: Taught[] }
  /** Number of the lesson that is refused, from 1; nothing of such a file is taken. */
  | { state: 'refused'; lesson: number }
  | {
      state: 'trouble';
      trouble: 'too-large' | 'not-json' | 'not-lessons' | 'newer' | 'empty' | 'too-many';
    };

/** The text of a file with these lessons. */
export function writeLessons(lessons: readonly Taught[]): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, lessons }, null, 2)}\n`;
}

/** Reads a file of lessons from its bytes: all of them or none. Never throws. */
export function readLessons(bytes: Uint8Array): LessonsReading {
  const refuse = (trouble: (LessonsReading & { state: 'trouble' })['trouble']): LessonsReading => ({
    state: 'trouble',
    trouble,
  });
  if (bytes.length > FILE_LIMIT) return refuse('too-large');
  let content: unknown;
  try {
    content = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return refuse('not-json');
  }
  const file = fileSchema.safeParse(content);
  if (!file.success) return refuse('not-lessons');
  const { version, lessons } = file.data;
  if (version > VERSION) return refuse('newer');
  if (lessons.length === 0) return refuse('empty');
  if (lessons.length > LESSONS_LIMIT) return refuse('too-many');
  const parsed = lessons.map((lesson) => taughtSchema.safeParse(lesson));
  const wrong = parsed.findIndex(({ success }) => !success);
  if (wrong !== -1) return { state: 'refused', lesson: wrong + 1 };
  return { state: 'read', lessons: parsed.flatMap(({ data }) => (data ? [data] : [])) };
}
