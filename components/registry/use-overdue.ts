import { useLiveQuery } from 'dexie-react-hooks';
import { openRegistry } from '../../lib/registry/database';

/** How many notices wait to be sent; undefined until that is known. */
export function useOverdue(): number | undefined {
  return useLiveQuery(
    () =>
      openRegistry()
        .notices.filter(({ sent }) => sent === null)
        .count(),
    [],
  );
}
