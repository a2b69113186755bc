import * as z from 'zod/mini';
import { NETWORK_IDS } from '../../lib/networks/hosts';
import { searchSchema } from '../screen/search-schema';

/** What may be picked out by the blacklist. */
export const STATES = ['due', 'over', 'listed', 'lifted', 'clean'] as const;

/** A place in an address is never wrong: what does not parse is left out. */
const viewSchema = z.object({
  search: searchSchema,
  networks: z.catch(z.array(z.enum(NETWORK_IDS)), []),
  states: z.catch(z.array(z.enum(STATES)), []),
  /** `authorKey` of the card that stands open. */
  author: z.catch(z.nullable(z.string().check(z.maxLength(4_000))), null),
});

/** What the screen shows, as its address says it. */
export type OffendersView = z.infer<typeof viewSchema>;

/** Everyone, with nothing open. */
export const ALL_OFFENDERS: OffendersView = viewSchema.parse({});

/** Reads the part of the address after `?`. */
export function readOffenders(search: string): OffendersView {
  const parameters = new URLSearchParams(search);
  return viewSchema.parse({
    search: parameters.get('q') ?? '',
    networks: parameters.getAll('network'),
    states: parameters.getAll('state'),
    author: parameters.get('author'),
  });
}

/** The address of the screen as this view shows it; what is usual is left out. */
export function offendersAddress(view: Partial<OffendersView>): string {
  const { search, networks, states, author } = { ...ALL_OFFENDERS, ...view };
  const parameters = new URLSearchParams();
  if (search !== '') parameters.set('q', search);
  for (const network of networks) parameters.append('network', network);
  for (const state of states) parameters.append('state', state);
  if (author !== null) parameters.set('author', author);
  const query = parameters.toString();
  return query === '' ? '/offenders' : `/offenders?${query}`;
}

/** True when anything limits who is seen. */
export function isLimited(view: OffendersView): boolean {
  return offendersAddress({ ...view, author: null }) !== '/offenders';
}
