import { useMemo } from 'react';
import type { Account } from '../../lib/registry/accounts';
import { sumFigures, type WeekFigures, weeksUpTo } from '../../lib/regulation/norm';
import { useWeeks, type WeeksRows } from '../norm/use-norm';
import { type RegistryRows, useRegistry } from '../record/use-registry';
import { accountsSeen } from '../screen/owner';
import { sortRows } from '../table/column';
import type { ColumnChoice } from '../table/use-columns';
import { useToday } from '../time/today';
import type { PublicationsView } from './address';
import { countedPosts, type Post, postsOf, postsSeen } from './seen';
import { usePublications } from './use-posts';

/** What the screen shows, as far as it is read. */
export interface PublicationsSeen {
  /** First days of the weeks shown, oldest first. */
  mondays: readonly string[];
  /** Bodies and accounts; undefined until they are read. */
  registry: RegistryRows | undefined;
  /** Plan and norm of the weeks; undefined until they are read, and where only the list is shown. */
  weeks: WeeksRows | undefined;
  /** Those that the view is not limited from. */
  accounts: readonly Account[];
  /** One a week, of these accounts; empty without `weeks`. */
  figures: readonly WeekFigures[];
  posts: PostsSeen;
}

/** Publications of the accounts seen; empty where only the norm is shown. */
export interface PostsSeen {
  /** The first of them are known, or all. */
  state: 'reading' | 'first' | 'whole';
  /** Those that pass, in the order of the table. */
  listed: readonly Post[];
  /** Those that figures are of, see `countedPosts`. */
  counted: readonly Post[];
}

/** Reads what the view asks for and no more. */
export function usePublicationsSeen(
  view: PublicationsView,
  columns: ColumnChoice<Post>,
): PublicationsSeen {
  const today = useToday();
  const mondays = useMemo(() => weeksUpTo(today, view.weeks), [today, view.weeks]);
  const known = useRegistry();
  // The list itself needs neither plan nor norm.
  const isList = view.tab === 'list';
  const weeks = useWeeks(isList ? null : mondays);
  const registry = isList ? known : weeks;
  const { body, account } = view;
  const accounts = useMemo(
    () => (registry ? accountsSeen(registry.accounts, registry.bodies, { body, account }) : []),
    [registry, body, account],
  );
  const figures = useMemo(
    () =>
      weeks
        ? mondays.map((_, place) =>
            sumFigures(accounts.flatMap(({ id }) => weeks.norm.accounts.get(id)?.[place] ?? [])),
          )
        : [],
    [weeks, mondays, accounts],
  );
  const posts = usePostsSeen({ view, mondays, registry, accounts, columns });
  return { mondays, registry, weeks, accounts, figures, posts };
}

interface Asked extends Pick<PublicationsSeen, 'mondays' | 'registry' | 'accounts'> {
  view: PublicationsView;
  columns: ColumnChoice<Post>;
}

function usePostsSeen({ view, mondays, registry, accounts, columns }: Asked): PostsSeen {
  const { tab, search, formats, body, account } = view;
  const [first = '', last = first] = [mondays[0], mondays.at(-1)];
  const list = usePublications(
    tab === 'norm' ? null : { first, last, search: tab === 'list' ? search : '' },
  );
  const publications = list?.rows;
  const all = registry?.accounts;
  const posts = useMemo(() => {
    if (!publications || !all) return [];
    const ids = new Set(accounts.map(({ id }) => id));
    // Whose page is not in the registry is nobody's that one can ask for.
    const isLimited = body !== null || account !== null;
    return postsOf(publications, all).filter(({ owner }) =>
      owner ? ids.has(owner.id) : !isLimited,
    );
  }, [publications, all, accounts, body, account]);
  const counted = useMemo(() => countedPosts(posts), [posts]);
  const seen = useMemo(() => postsSeen(posts, { search, formats }), [posts, search, formats]);
  const listed = useMemo(
    () => sortRows(seen, columns.all, columns.sort),
    [seen, columns.all, columns.sort],
  );
  const state = !list || !registry ? 'reading' : list.whole ? 'whole' : 'first';
  return { state, listed, counted };
}
