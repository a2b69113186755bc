import { useSyncExternalStore } from 'react';
import * as z from 'zod/mini';
import type { TableColumn, TableSort } from './column';

const memorySchema = z.object({
  /** Columns shown or hidden against their habit, by id. */
  shown: z.catch(z.record(z.string(), z.boolean()), {}),
  sort: z.catch(z.nullable(z.object({ column: z.string(), descending: z.boolean() })), null),
});
type Memory = z.infer<typeof memorySchema>;
const NOTHING: Memory = { shown: {}, sort: null };

/** Names of what is kept in the browser's storage; the table's name follows. */
const KEY = 'table:';

/** What is remembered of each table that was shown. */
const memories = new Map<string, Memory>();
const listeners = new Set<() => void>();
const tell = () => {
  for (const listener of listeners) listener();
};

function recalled(name: string): Memory {
  let memory = memories.get(name);
  if (!memory) {
    try {
      memory = memorySchema.parse(JSON.parse(localStorage.getItem(KEY + name) ?? '{}'));
    } catch {
      memory = NOTHING;
    }
    memories.set(name, memory);
  }
  return memory;
}

function remember(name: string, part: Partial<Memory>): void {
  const memory = { ...recalled(name), ...part };
  memories.set(name, memory);
  try {
    localStorage.setItem(KEY + name, JSON.stringify(memory));
  } catch {
    // A full or forbidden storage: the choice holds as long as this page does.
  }
  tell();
}

/** Another page of ours has remembered something; null: all was forgotten. */
function onStorage({ key }: StorageEvent): void {
  if (key === null) memories.clear();
  else if (key.startsWith(KEY)) memories.delete(key.slice(KEY.length));
  else return;
  tell();
}

function subscribe(listener: () => void): () => void {
  // For good, and once: what is remembered must hold also after a time without a table.
  addEventListener('storage', onStorage);
  listeners.add(listener);
  return () => void listeners.delete(listener);
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
  const memory = useSyncExternalStore(subscribe, () => recalled(name));
  const isShown = ({ id, fixed, extra }: TableColumn<Row>) => fixed || (memory.shown[id] ?? !extra);
  return {
    all,
    shown: all.filter(isShown),
    sort: memory.sort ?? usual,
    setSort: (sort) => remember(name, { sort }),
    isShown,
    setShown: (id, shown) => remember(name, { shown: { ...recalled(name).shown, [id]: shown } }),
  };
}
