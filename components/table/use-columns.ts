import { useLocalStorage } from '@mantine/hooks';
import * as z from 'zod/mini';
import type { TableColumn, TableSort } from './column';

const memorySchema = z.object({
  /** Columns shown or hidden against their habit, by id. */
  shown: z.catch(z.record(z.string(), z.boolean()), {}),
  sort: z.catch(z.nullable(z.object({ column: z.string(), descending: z.boolean() })), null),
});
type Memory = z.infer<typeof memorySchema>;
const NOTHING: Memory = { shown: {}, sort: null };

function recalled(text: string | undefined): Memory {
  try {
    return memorySchema.parse(JSON.parse(text ?? '{}'));
  } catch {
    return NOTHING;
  }
}

/** What the operator made of a table's columns. */
export interface ColumnChoice<Row> {
  /** All columns of the table. */
  all: readonly TableColumn<Row>[];
  /** Those that are to be seen. */
  shown: readonly TableColumn<Row>[];
  sort: TableSort | null;
  /** Another order, or null for the table's own. */
  setSort(sort: TableSort | null): void;
  isShown(column: TableColumn<Row>): boolean;
  setShown(id: string, shown: boolean): void;
}

/**
 * Columns and order as last chosen in this browser.
 * @param name of the table, one for each
 * @param usual order before anybody chose
 */
export function useColumns<Row>(
  name: string,
  all: readonly TableColumn<Row>[],
  usual: TableSort | null = null,
): ColumnChoice<Row> {
  const [memory, setMemory] = useLocalStorage<Memory>({
    key: `table:${name}`,
    defaultValue: NOTHING,
    getInitialValueInEffect: false,
    deserialize: recalled,
  });
  const isShown = ({ id, fixed, extra }: TableColumn<Row>) => fixed || (memory.shown[id] ?? !extra);
  return {
    all,
    shown: all.filter(isShown),
    sort: memory.sort ?? usual,
    setSort: (sort) => setMemory((known) => ({ ...known, sort })),
    isShown,
    setShown: (id, shown) =>
      setMemory((known) => ({ ...known, shown: { ...known.shown, [id]: shown } })),
  };
}
