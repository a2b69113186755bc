import * as z from 'zod/mini';
import { NETWORK_IDS } from '../../lib/networks/hosts';
import { ACCOUNT_STATUSES } from '../../lib/registry/accounts';
import { searchSchema } from '../screen/search-schema';

/** A place in an address is never wrong: what does not parse is left out. */
const viewSchema = z.object({
  search: searchSchema,
  networks: z.catch(z.array(z.enum(NETWORK_IDS)), []),
  statuses: z.catch(z.array(z.enum(ACCOUNT_STATUSES)), []),
  /** Only accounts that somebody should look at. */
  faulty: z.catch(z.boolean(), false),
  /** The body whose accounts are shown, with those below it; null for all. */
  body: z.catch(z.nullable(z.uuid()), null),
  /** What stands open beside the table, or in its place. */
  open: z.catch(
    z.nullable(
      z.discriminatedUnion('what', [
        z.object({ what: z.literal('account'), id: z.uuid() }),
        z.object({ what: z.literal('body'), id: z.uuid() }),
        z.object({ what: z.literal('new-account') }),
        z.object({ what: z.literal('new-body') }),
        z.object({ what: z.literal('import') }),
      ]),
    ),
    null,
  ),
});

/** What the accounts' part of the screen shows, as its address says it. */
export type RegistryView = z.infer<typeof viewSchema>;

/** All accounts with nothing open. */
export const WHOLE_REGISTRY: RegistryView = viewSchema.parse({});

/** Reads the part of the address after `?`. */
export function readRegistry(search: string): RegistryView {
  const parameters = new URLSearchParams(search);
  const [what = '', id] = (parameters.get('open') ?? '').split('.');
  return viewSchema.parse({
    search: parameters.get('q') ?? '',
    networks: parameters.getAll('network'),
    statuses: parameters.getAll('status'),
    faulty: parameters.has('faulty'),
    body: parameters.get('body'),
    open: what === '' ? null : { what, id },
  });
}

/** The address of the accounts as this view shows them; what is usual is left out. */
export function registryAddress(view: Partial<RegistryView>): string {
  const { search, networks, statuses, faulty, body, open } = { ...WHOLE_REGISTRY, ...view };
  const parameters = new URLSearchParams();
  if (search !== '') parameters.set('q', search);
  for (const network of networks) parameters.append('network', network);
  for (const status of statuses) parameters.append('status', status);
  if (faulty) parameters.set('faulty', '');
  if (body !== null) parameters.set('body', body);
  if (open !== null) parameters.set('open', 'id' in open ? `${open.what}.${open.id}` : open.what);
  const query = parameters.toString();
  return query === '' ? '/registry' : `/registry?${query}`;
}

/** Whether the view shows less than all. */
export function isLimited({ search, networks, statuses, faulty, body }: RegistryView): boolean {
  return search !== '' || networks.length > 0 || statuses.length > 0 || faulty || body !== null;
}

export const NOTICE_STATES = ['waiting', 'sent', 'all'] as const;

const noticesSchema = z.object({
  search: searchSchema,
  state: z.catch(z.enum(NOTICE_STATES), 'waiting'),
  /** The notice that stands open beside the table. */
  open: z.catch(z.nullable(z.uuid()), null),
});

/** What the notices' part of the screen shows, as its address says it. */
export type NoticesView = z.infer<typeof noticesSchema>;

/** Reads the part of the address after `?`. */
export function readNotices(search: string): NoticesView {
  const parameters = new URLSearchParams(search);
  return noticesSchema.parse({
    search: parameters.get('q') ?? '',
    state: parameters.get('state') ?? undefined,
    open: parameters.get('notice'),
  });
}

/** The address of the notices as this view shows them; what is usual is left out. */
export function noticesAddress(view: Partial<NoticesView>): string {
  const { search, state, open } = { ...noticesSchema.parse({}), ...view };
  const parameters = new URLSearchParams({ tab: 'notices' });
  if (search !== '') parameters.set('q', search);
  if (state !== 'waiting') parameters.set('state', state);
  if (open !== null) parameters.set('notice', open);
  return `/registry?${parameters}`;
}

/** The part that is on its way to the official site has no view of its own. */
export const PUBLISH_ADDRESS = '/registry?tab=publish';
