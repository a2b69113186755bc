import * as z from 'zod/mini';
import { profileIdSchema } from '../../lib/registry/fields';
import { searchSchema } from '../screen/search-schema';

export const PUBLICATION_TABS = ['norm', 'list', 'mix'] as const;
/** Spans that can be asked for, weeks; this week is the last of them. */
export const SPANS = [4, 12, 26] as const;
/** The value of the format filter that stands for «nobody has said». */
export const UNSAID = 'none';

/** A place in an address is never wrong: what does not parse is left out. */
const viewSchema = z.object({
  tab: z.catch(z.enum(PUBLICATION_TABS), 'norm'),
  weeks: z.catch(z.literal([...SPANS]), 12),
  search: searchSchema,
  /** The body whose accounts are shown, with those below it; null for all. */
  body: z.catch(z.nullable(z.uuid()), null),
  account: z.catch(z.nullable(z.uuid()), null),
  /** Ids of formats, or `UNSAID`. */
  formats: z.catch(z.array(profileIdSchema), []),
  /** The norm by bodies, not by accounts. */
  byBody: z.catch(z.boolean(), false),
  /** Only those that are behind this week. */
  behind: z.catch(z.boolean(), false),
  /** Id of the publication that stands open. */
  open: z.catch(z.nullable(z.uuid()), null),
});

/** What the screen shows, as its address says it. */
export type PublicationsView = z.infer<typeof viewSchema>;

/** The norm of all accounts with nothing open. */
export const ALL_PUBLICATIONS: PublicationsView = viewSchema.parse({});

/** Reads the part of the address after `?`. */
export function readPublicationsView(search: string): PublicationsView {
  const parameters = new URLSearchParams(search);
  return viewSchema.parse({
    tab: parameters.get('tab'),
    weeks: Number(parameters.get('weeks')),
    search: parameters.get('q') ?? '',
    body: parameters.get('body'),
    account: parameters.get('account'),
    formats: parameters.getAll('format'),
    byBody: parameters.has('bodies'),
    behind: parameters.has('behind'),
    open: parameters.get('open'),
  });
}

/** The address of the screen as this view shows it; what is usual is left out. */
export function publicationsAddress(view: Partial<PublicationsView>): string {
  const all = { ...ALL_PUBLICATIONS, ...view };
  const parameters = new URLSearchParams();
  if (all.tab !== 'norm') parameters.set('tab', all.tab);
  if (all.weeks !== ALL_PUBLICATIONS.weeks) parameters.set('weeks', String(all.weeks));
  if (all.search !== '') parameters.set('q', all.search);
  if (all.body !== null) parameters.set('body', all.body);
  if (all.account !== null) parameters.set('account', all.account);
  for (const format of all.formats) parameters.append('format', format);
  if (all.byBody) parameters.set('bodies', '');
  if (all.behind) parameters.set('behind', '');
  if (all.open !== null) parameters.set('open', all.open);
  const query = parameters.toString();
  return query === '' ? '/publications' : `/publications?${query}`;
}

/** True when anything but the span of weeks limits what is seen. */
export function isLimited({ search, body, account, formats }: PublicationsView): boolean {
  return search !== '' || body !== null || account !== null || formats.length > 0;
}
