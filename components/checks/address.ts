import * as z from 'zod/mini';
import { NETWORK_IDS } from '../../lib/networks/hosts';
import { POINT_STATES } from '../../lib/regulation/points';
import { searchSchema } from '../screen/search-schema';

const id = z.string().check(z.maxLength(40));

/** A place in an address is never wrong: what does not parse is left out. */
const viewSchema = z.object({
  search: searchSchema,
  lists: z.catch(z.array(id), []),
  networks: z.catch(z.array(z.enum(NETWORK_IDS)), []),
  states: z.catch(z.array(z.enum(POINT_STATES)), []),
  /** Id of the point that stands open. */
  open: z.catch(z.nullable(z.string().check(z.maxLength(200))), null),
});

/** What the screen shows, as its address says it. */
export type ChecksView = z.infer<typeof viewSchema>;

/** Every point, with nothing open. */
export const ALL_POINTS: ChecksView = viewSchema.parse({});

/** Reads the part of the address after `?`. */
export function readChecks(search: string): ChecksView {
  const parameters = new URLSearchParams(search);
  return viewSchema.parse({
    search: parameters.get('q') ?? '',
    lists: parameters.getAll('list'),
    networks: parameters.getAll('network'),
    states: parameters.getAll('state'),
    open: parameters.get('open'),
  });
}

/** The address of the screen as this view shows it; what is usual is left out. */
export function checksAddress(view: Partial<ChecksView>): string {
  const { search, lists, networks, states, open } = { ...ALL_POINTS, ...view };
  const parameters = new URLSearchParams();
  if (search !== '') parameters.set('q', search);
  for (const list of lists) parameters.append('list', list);
  for (const network of networks) parameters.append('network', network);
  for (const state of states) parameters.append('state', state);
  if (open !== null) parameters.set('open', open);
  const query = parameters.toString();
  return query === '' ? '/checks' : `/checks?${query}`;
}
