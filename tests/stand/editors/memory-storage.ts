/** The extension's storage for pages where there is no extension: one tab's memory. */
export const storage = {
  defineItem<Value>(_key: string, { fallback }: { fallback: Value }) {
    let value = fallback;
    const watchers = new Set<(value: Value) => void>();
    return {
      getValue: async () => value,
      setValue: async (next: Value) => {
        value = next;
        for (const watcher of watchers) watcher(next);
      },
      watch(watcher: (value: Value) => void) {
        watchers.add(watcher);
        return () => watchers.delete(watcher);
      },
    };
  },
};
