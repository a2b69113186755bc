import type { TableRow } from './fields';

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/**
 * Fields that the editor and somebody else changed in two ways since `base`; all of the editor's when the
 * row was removed.
 */
export function conflicts<Row extends TableRow>(
  base: Row,
  edited: Row,
  current: Row | undefined,
): (keyof Row)[] {
  return (Object.keys(edited) as (keyof Row)[]).filter((field) => {
    if (field === 'revision' || same(edited[field], base[field])) return false;
    if (!current) return true;
    return !same(current[field], base[field]) && !same(current[field], edited[field]);
  });
}

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
  if (!current || conflicts(base, edited, current).length > 0) return null;
  const result = { ...current };
  for (const field of Object.keys(edited) as (keyof Row)[])
    if (field !== 'revision' && !same(edited[field], base[field])) result[field] = edited[field];
  return result;
}
