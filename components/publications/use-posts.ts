import { useDebouncedValue } from '@mantine/hooks';
import { useMemo } from 'react';
import { openRegistry } from '../../lib/registry/database';
import { findPublications, type Publication } from '../../lib/registry/publications';
import { watchTables } from '../../lib/registry/queries';
import { addDays, startOfDay } from '../../lib/regulation/zone';
import { useApp } from '../app/app-context';
import { type GrowingList, type ListSource, useGrowingList } from '../screen/growing-list';

/** A longer list of publications is not read again at once for each change. */
const LONG = 5_000;

/** Whoever still types is not answered letter by letter, milliseconds. */
const TYPING_MS = 120;

/** Which publications are wanted. */
export interface PublicationsWanted {
  /** Weeks by their Mondays, both inclusive. */
  first: string;
  last: string;
  /** Words that stand in them, see `findPublications`; empty for all. */
  search: string;
}

/**
 * Publications of some weeks, newest first, kept up to date; undefined until the newest are read.
 * @param wanted null where nobody looks at them: nothing is read then
 */
export function usePublications(
  wanted: PublicationsWanted | null,
): GrowingList<Publication> | undefined {
  const { timeZone } = useApp().profile;
  const [sought] = useDebouncedValue(wanted?.search ?? '', TYPING_MS);
  const { first, last } = wanted ?? {};
  const source = useMemo((): ListSource<Publication> | null => {
    if (first === undefined || last === undefined) return null;
    const at = (day: string) => new Date(startOfDay(day, timeZone)).toISOString();
    const registry = openRegistry();
    return {
      walk: () => findPublications(registry, at(first), at(addDays(last, 7)), sought),
      watch: (onChange) => watchTables(registry, ['publications', 'publicationMarks'], onChange),
      long: LONG,
    };
  }, [first, last, timeZone, sought]);
  const list = useGrowingList(source);
  const isAnswer = sought === (wanted?.search ?? '');
  return useMemo(() => list && { ...list, whole: list.whole && isAnswer }, [list, isAnswer]);
}
