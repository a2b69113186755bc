import type { Deed } from '../../lib/registry/desk';
import type { TableRow } from '../../lib/registry/fields';
import { useDesk } from '../record/use-desk';

interface Storing<Row> {
  /** From `useEditing`. */
  editing: { rebased(edited: Row): Row | null; saved(row: Row): boolean };
  /** The deed that stores a row. */
  deedOf(row: Row): Deed;
  /** The row as the registry has it. */
  read(id: string): Promise<Row | undefined>;
}

/**
 * Stores what a card holds, upon what the row is by now. Gives the row as it was stored; null where it
 * was not, which is told, or where the card was closed meanwhile and nobody waits to see it.
 */
export function useStoring<Row extends TableRow>({ editing, deedOf, read }: Storing<Row>) {
  const desk = useDesk();
  return async (edited: Row, done: string): Promise<Row | null> => {
    const put = editing.rebased(edited);
    if (!put || !(await desk([deedOf(put)], done))) return null;
    const stored = await read(put.id);
    return stored && editing.saved(stored) ? stored : null;
  };
}
