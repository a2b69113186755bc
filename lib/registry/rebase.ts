import type { TableRow } from './fields';

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/**
 * An edit that began from `base`, put onto the row as it is by now: what the editor changed is the
 * editor's, all else is as it is.
 * @returns null when somebody else changed one of the same fields in another way, or removed the row
 */
export function rebase<Row extends TableRow>(
  base: Row,
  edited: Row,
  current: Row | undefined,
): Row | null {
  if (!current) return null;
  const result = { ...current };
  for (const field of Object.keys(edited) as (keyof Row)[]) {
    if (field === 'revision' || same(edited[field], base[field])) continue;
    if (!same(current[field], base[field]) && !same(current[field], edited[field])) return null;
    result[field] = edited[field];
  }
  return result;
}
