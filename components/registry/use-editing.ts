import { useEffect, useRef, useState } from 'react';
import type { TableRow } from '../../lib/registry/fields';
import { conflicts, rebase } from '../../lib/registry/rebase';

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** What was typed into cards that were left without saving, by row, as long as the page lives. */
const left = new Map<string, { base: TableRow; fields: unknown }>();

interface Editing<Row, Fields> {
  /** The row that the typing began from. */
  base: Row;
  fields: Fields;
  set(part: Partial<Fields>): void;
  /** Whether something was typed that the row does not have. */
  dirty: boolean;
  /** Forgets what was typed. */
  reset(): void;
  /**
   * The edited row put onto what the row is by now; null where somebody else changed the same, which
   * `clashes` then names.
   */
  rebased(edited: Row): Row | null;
  clashes: readonly (keyof Row)[];
  /** Settles a clash: the editor's own stands. */
  keepMine(): void;
  /**
   * The row is saved: what is typed from now on is typed upon this.
   * @returns false when the card was closed meanwhile: then nobody waits to see the row
   */
  saved(row: Row): boolean;
}

/**
 * The editing of one row that others may change meanwhile. While nothing is typed the fields follow the
 * row; what was typed and not saved is there again when the card is opened again.
 * @param start the row as it is, or a new one
 * @param current the row as the registry has it by now; undefined for a new or a removed one
 */
export function useEditing<Row extends TableRow, Fields extends object>(
  start: Row,
  current: Row | undefined,
  fieldsOf: (row: Row) => Fields,
): Editing<Row, Fields> {
  const [state, setState] = useState(
    () =>
      (left.get(start.id) as { base: Row; fields: Fields } | undefined) ?? {
        base: start,
        fields: fieldsOf(start),
      },
  );
  const [clashes, setClashes] = useState<readonly (keyof Row)[]>([]);
  const open = useRef(true);
  useEffect(() => {
    open.current = true;
    return () => {
      open.current = false;
    };
  }, []);
  const { base, fields } = state;
  const dirty = !same(fields, fieldsOf(base));
  if (current && current.revision !== base.revision && !dirty)
    setState({ base: current, fields: fieldsOf(current) });

  useEffect(() => {
    if (dirty) left.set(base.id, { base, fields });
    else left.delete(base.id);
  }, [dirty, base, fields]);

  const take = (row: Row) => {
    setClashes([]);
    setState({ base: row, fields: fieldsOf(row) });
  };
  return {
    base,
    fields,
    dirty,
    clashes,
    set: (part) => setState((known) => ({ ...known, fields: { ...known.fields, ...part } })),
    reset: () => take(current ?? base),
    rebased(edited) {
      const row = base.revision === 1 && !current ? edited : rebase(base, edited, current);
      setClashes(row ? [] : conflicts(base, edited, current));
      return row;
    },
    keepMine() {
      if (!current) return;
      setClashes([]);
      setState(({ fields: typed }) => ({ base: current, fields: typed }));
    },
    saved(row) {
      left.delete(row.id);
      if (open.current) take(row);
      return open.current;
    },
  };
}
