import { useEffect, useState } from 'react';

/** A value in the storage: how it is read, and how one hears of its changes. */
export interface StoredValue<Value> {
  load(): Promise<Value>;
  /** Calls back with each new value. @returns stops it */
  watch(onChange: (value: Value) => void): () => void;
  /**
   * What holds where the storage cannot be read: a broken one keeps nobody from the records. Absent
   * where it is better to know nothing.
   */
  otherwise?: Value;
}

/**
 * What is stored, kept up to date, and how to show another value at once; undefined until it is known.
 * @param stored the same object at each call
 */
export function useStored<Value>(
  stored: StoredValue<Value>,
): [Value | undefined, (value: Value) => void] {
  const [known, setKnown] = useState<Value>();
  useEffect(() => {
    let gone = false;
    const show = (value: Value | undefined) => gone || setKnown(() => value);
    stored.load().then(show, () => show(stored.otherwise));
    const stop = stored.watch(show);
    return () => {
      gone = true;
      stop();
    };
  }, [stored]);
  return [known, setKnown];
}
